package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes an agent out of a council. */
@Command(
    name = "unregister",
    description = {
      "Take an agent out of the council of a role, as devops or an administrator; the last one stays.",
      "Deliberations under way go on with it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan council unregister qa agent-qa-003"})
final class CouncilUnregisterWord extends CouncilWord {
  @Parameters(index = "0", paramLabel = "ROLE", description = "The role of the council.")
  private String role;

  @Parameters(index = "1", paramLabel = "AGENT", description = "The id of the agent.")
  private String agent;

  @Mixin private VersionOption version;

  CouncilUnregisterWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    showCouncil(api.delete(WitanApi.below("councils", role, "agents"), agent, version.seen()));
  }
}
