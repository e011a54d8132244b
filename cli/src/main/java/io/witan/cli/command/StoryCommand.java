package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at stories. */
@Command(
    name = "story",
    description = "List stories, show one, or show the order of its tasks.",
    synopsisSubcommandLabel = "(list | show | dag)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story list --state DONE",
      "  ./witan story show s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story dag s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    })
final class StoryCommand implements Callable<Integer> {
  private final Environment environment;

  StoryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanCommand.commandLine(environment)
        .getSubcommands()
        .get("story")
        .usage(environment.terminal().err());
    throw Stop.usage("story: say list, show or dag");
  }
}
