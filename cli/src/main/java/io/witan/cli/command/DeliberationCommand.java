package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Watches deliberations. */
@Command(
    name = "deliberation",
    description = "Watch how a deliberation goes on.",
    synopsisSubcommandLabel = "(watch)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation watch D-6f9619ff",
      "  ./witan replay D-6f9619ff    goes through it once more"
    })
final class DeliberationCommand extends Group {
  private DeliberationCommand(Environment environment) {
    super(environment, "deliberation");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new DeliberationCommand(environment));
    line.addSubcommand("watch", new DeliberationWatchWord(environment));
    return line;
  }
}
