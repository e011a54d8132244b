package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a story was. */
@Command(
    name = "history",
    description = {
      "Show the changes of a story, or what it was after one of them.",
      "What happened to its plans, tasks, ... as well is shown by ./witan story timeline."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story history s-6f9619ff",
      "  ./witan story history s-6f9619ff --at 3 --json"
    })
final class StoryHistoryWord extends HistoryWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  StoryHistoryWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(api, "story", id);
  }
}
