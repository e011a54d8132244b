package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One council with its agents, in the order of their seats. */
@Command(
    name = "show",
    description = "Show the council of a role with its agents, in the order of their seats.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan council show qa", "  ./witan council show dev --json"})
final class CouncilShowWord extends CouncilWord {
  @Parameters(index = "0", paramLabel = "ROLE", description = "Its role, such as dev or qa.")
  private String role;

  CouncilShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    showCouncil(api.thing("councils", role));
  }
}
