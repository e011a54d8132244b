package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at decisions, proposes them and rules on them. */
@Command(
    name = "decision",
    description = "List the decisions about a story, show, create, approve or reject one.",
    synopsisSubcommandLabel = "(list | show | create | approve | reject)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan decision list s-6f9619ff",
      "  ./witan decision create s-6f9619ff 'Which store' --option Graph --option Files --chosen Graph --why 'One backup'",
      "  ./witan decision approve DEC-6f9619ff"
    })
final class DecisionCommand extends Group {
  private DecisionCommand(Environment environment) {
    super(environment, "decision");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new DecisionCommand(environment));
    line.addSubcommand("list", new DecisionListWord(environment));
    line.addSubcommand("show", new DecisionShowWord(environment));
    line.addSubcommand("create", new DecisionCreateWord(environment));
    line.addSubcommand("approve", RulingWord.approve(environment, "decisions", "DEC-7"));
    line.addSubcommand("reject", RulingWord.reject(environment, "decisions", "DEC-7"));
    return line;
  }
}
