package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at epics, opens and deletes them. */
@Command(
    name = "epic",
    description = "List epics, show, create or delete one.",
    synopsisSubcommandLabel = "(list | show | create | delete)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan epic list --project PROJ-6f9619ff",
      "  ./witan epic create PROJ-6f9619ff 'Checkout'",
      "  ./witan epic delete E-6f9619ff"
    })
final class EpicCommand extends Group {
  private EpicCommand(Environment environment) {
    super(environment, "epic");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new EpicCommand(environment));
    line.addSubcommand("list", new EpicListWord(environment));
    line.addSubcommand("show", new EpicShowWord(environment));
    line.addSubcommand("create", new EpicCreateWord(environment));
    line.addSubcommand("delete", DeleteWord.of(environment, "epics", "./witan epic delete E-7"));
    return line;
  }
}
