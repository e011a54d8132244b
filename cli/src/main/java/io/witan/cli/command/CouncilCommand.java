package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Who deliberates in a role, and how the agents differ. */
@Command(
    name = "council",
    description =
        "List the councils, show, create or delete one, register or unregister its agents.",
    synopsisSubcommandLabel = "(list | show | create | delete | register | unregister)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan council list",
      "  ./witan council create data --agents 5 --model Qwen/Qwen3-8B",
      "  ./witan council register qa agent-qa-strict --temperature 0.1 --prompt-profile strict"
    })
final class CouncilCommand extends Group {
  private CouncilCommand(Environment environment) {
    super(environment, "council");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new CouncilCommand(environment));
    line.addSubcommand("list", new CouncilListWord(environment));
    line.addSubcommand("show", new CouncilShowWord(environment));
    line.addSubcommand("create", new CouncilCreateWord(environment));
    line.addSubcommand("delete", new CouncilDeleteWord(environment));
    line.addSubcommand("register", new CouncilRegisterWord(environment));
    line.addSubcommand("unregister", new CouncilUnregisterWord(environment));
    return line;
  }
}
