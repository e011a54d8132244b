package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.api.Json;
import io.witan.cli.api.TrailEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What happened to a story and to all that came from it, in order of time. */
@Command(
    name = "timeline",
    description =
        "Show what happened to a story, its plans, tasks, workflows, decisions and deliberations, in order of time.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story timeline s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story timeline s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --json"
    })
final class StoryTimelineWord implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  @Mixin private Output output;

  StoryTimelineWord(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<TrailEntry> timeline = new Access(environment).api().timeline(story);
    if (output.json) {
      environment.terminal().out().println(Json.pretty(timeline));
    } else {
      new AuditReport(environment.terminal()).timeline(timeline);
    }
    return ExitCode.OK;
  }
}
