package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a role its council. */
@Command(
    name = "create",
    description = "Create the council of a role that has none, as devops or an administrator.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan council create data",
      "  ./witan council create data --agents 5 --model Qwen/Qwen3-8B"
    })
final class CouncilCreateWord extends CouncilWord {
  @Parameters(index = "0", paramLabel = "ROLE", description = "Its role, such as dev or qa.")
  private String role;

  @Option(
      names = "--agents",
      paramLabel = "N",
      description = "How many agents it has, 1 to 16; as the server's settings say if absent.")
  private Integer agents;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "The model of all its agents; the runner's own if absent.")
  private String model;

  CouncilCreateWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Map<String, Object> body = new HashMap<>(Map.of("role", role));
    Optional.ofNullable(agents).ifPresent(many -> body.put("num_agents", many));
    Optional.ofNullable(model).ifPresent(name -> body.put("model", name));
    showCouncil(api.create("councils", body));
  }
}
