package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at stories, writes, moves and deletes them. */
@Command(
    name = "story",
    description = {
      "List stories, show, create, judge, move or delete one,",
      "or show the order of its tasks, what happened to it, or what it was."
    },
    synopsisSubcommandLabel =
        "(list | show | create | judge | move | delete | timeline | history | dag)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story list --state DONE",
      "  ./witan story show s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story create E-6f9619ff examples/feature.md",
      "  ./witan story judge s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story move s-6f9619ff PLANNED --reason 'a spike, one day at most'",
      "  ./witan story timeline s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story history s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --at 3",
      "  ./witan story dag s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    })
final class StoryCommand extends Group {
  private StoryCommand(Environment environment) {
    super(environment, "story");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new StoryCommand(environment));
    line.addSubcommand("list", new StoryListWord(environment));
    line.addSubcommand("show", new StoryShowCommand(environment));
    line.addSubcommand("create", new StoryCreateWord(environment));
    line.addSubcommand("judge", new StoryJudgeCommand(environment));
    line.addSubcommand("move", new StoryMoveWord(environment));
    line.addSubcommand("delete", DeleteWord.of(environment, "stories", "./witan story delete s-7"));
    line.addSubcommand("timeline", new StoryTimelineWord(environment));
    line.addSubcommand("history", new StoryHistoryWord(environment));
    line.addSubcommand("dag", new DagCommand(environment, WitanApi::graphOfStory));
    return line;
  }
}
