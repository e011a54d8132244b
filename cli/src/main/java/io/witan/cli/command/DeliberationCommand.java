package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts, shows and watches deliberations. */
@Command(
    name = "deliberation",
    description = "Start a deliberation, list those of a story, show, watch or cancel one.",
    synopsisSubcommandLabel = "(start | list | show | watch | cancel)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation start --task T-6f9619ff --mode vote",
      "  ./witan deliberation list s-6f9619ff",
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
    line.addSubcommand("list", new DeliberationListWord(environment));
    line.addSubcommand("show", new DeliberationShowWord(environment));
    line.addSubcommand("watch", new DeliberationWatchWord(environment));
    line.addSubcommand("cancel", new DeliberationCancelWord(environment));
    return line;
  }
}
