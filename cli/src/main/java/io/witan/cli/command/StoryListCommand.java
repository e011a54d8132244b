package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Story;
import io.witan.cli.api.StoryState;
import io.witan.cli.term.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stories that the server has. */
@Command(
    name = "list",
    description = "List the stories.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan story list", "  ./witan story list --state READY_TO_REVIEW --json"})
final class StoryListCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
  private StoryState state;

  @Option(names = "--epic", paramLabel = "EPIC", description = "Only those of an epic.")
  private String epic;

  @Option(names = "--archived", description = "Those that were deleted, too.")
  private boolean archived;

  @Mixin private Output output;

  StoryListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<Story> stories =
        new Access(environment)
            .api()
            .stories(Optional.ofNullable(state), Optional.ofNullable(epic), archived);
    if (output.json) {
      environment.terminal().out().println(Json.pretty(Map.of("items", stories)));
      return WitanCommand.ok();
    }
    Table table = new Table("STORY", "STATE", "READY", "UPDATED", "TITLE");
    stories.forEach(
        story ->
            table.row(
                story.storyId(),
                story.state(),
                story.dorScore(),
                story.updatedAt(),
                story.title()));
    table.print(environment.terminal().out(), environment.terminal().style());
    return WitanCommand.ok();
  }
}
