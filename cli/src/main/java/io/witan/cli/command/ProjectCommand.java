package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at projects, opens and deletes them. */
@Command(
    name = "project",
    description = "List projects, show, create or delete one.",
    synopsisSubcommandLabel = "(list | show | create | delete)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan project list",
      "  ./witan project create Shop --description 'The web shop'",
      "  ./witan project delete PROJ-6f9619ff"
    })
final class ProjectCommand extends Group {
  private ProjectCommand(Environment environment) {
    super(environment, "project");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new ProjectCommand(environment));
    line.addSubcommand("list", new ProjectListWord(environment));
    line.addSubcommand("show", new ProjectShowWord(environment));
    line.addSubcommand("create", new ProjectCreateWord(environment));
    line.addSubcommand(
        "delete", DeleteWord.of(environment, "projects", "./witan project delete PROJ-7"));
    return line;
  }
}
