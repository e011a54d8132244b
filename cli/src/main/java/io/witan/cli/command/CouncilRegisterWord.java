package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a council one more agent. */
@Command(
    name = "register",
    description = {
      "Register an agent with the council of a role, on its last seat, as devops or an administrator.",
      "What is left out is as usual."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan council register qa agent-qa-strict --temperature 0.1",
      "  ./witan council register dev agent-dev-big --model Qwen/Qwen3-32B --endpoint http://gpu-2:8000/v1",
      "  ./witan council register dev agent-dev-outside --endpoint nats:    asked by messages"
    })
final class CouncilRegisterWord extends CouncilWord {
  @Parameters(index = "0", paramLabel = "ROLE", description = "The role of the council.")
  private String role;

  @Parameters(index = "1", paramLabel = "AGENT", description = "The id of the agent.")
  private String agent;

  @Option(names = "--model", paramLabel = "MODEL", description = "Its model.")
  private String model;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "The temperature of its sampling, 0 to 2.")
  private Double temperature;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The model server at which it is asked, or nats: for an agent from outside.")
  private String endpoint;

  @Option(
      names = "--prompt-profile",
      paramLabel = "NAME",
      description = "The prompts with which it is asked.")
  private String profile;

  @Mixin private VersionOption version;

  CouncilRegisterWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Map<String, Object> body = new HashMap<>(Map.of("agent_id", agent));
    Optional.ofNullable(model).ifPresent(name -> body.put("model", name));
    Optional.ofNullable(temperature).ifPresent(degree -> body.put("temperature", degree));
    Optional.ofNullable(endpoint).ifPresent(address -> body.put("endpoint", address));
    Optional.ofNullable(profile).ifPresent(name -> body.put("prompt_profile", name));
    showCouncil(api.act("councils", role, "agents", body, version.seen()));
  }
}
