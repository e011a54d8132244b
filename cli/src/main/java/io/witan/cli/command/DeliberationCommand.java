package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts, shows and watches deliberations. */
@Command(
    name = "deliberation",
    description = "Start a deliberation, show one, or watch how it goes on.",
    synopsisSubcommandLabel = "(start | show | watch)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation start --task T-6f9619ff --mode vote",
      "  ./witan deliberation show D-6f9619ff",
      "  ./witan deliberation watch D-6f9619ff",
      "  ./witan replay D-6f9619ff    goes through it once more"
    })
final class DeliberationCommand extends Group {
  private DeliberationCommand(Environment environment) {
    super(environment, "deliberation");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new DeliberationCommand(environment));
    line.addSubcommand("start", new DeliberationStartWord(environment));
    line.addSubcommand("show", new DeliberationShowWord(environment));
    line.addSubcommand("watch", new DeliberationWatchWord(environment));
    return line;
  }
}
