package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Derivation;
import io.witan.cli.api.Json;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the tasks of a plan come from; asks for them, if wanted. */
@Command(
    name = "derive",
    description = {
      "Have the tasks of an approved plan derived that has none,",
      "or show how that stands and what to do."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan plan derive PL-4a611c4f-3c5e-4a2b-8d7e-1f0b6c9d2e3a",
      "  ./witan plan derive PL-4a611c4f-3c5e-4a2b-8d7e-1f0b6c9d2e3a --status --json"
    })
final class PlanDeriveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "PLAN", description = "The id of the plan.")
  private String id;

  @Option(names = "--status", description = "Show how it stands, and ask for nothing.")
  private boolean statusOnly;

  @Mixin private Output output;

  PlanDeriveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Access access = new Access(environment);
    WitanApi api = access.api();
    Derivation derivation = statusOnly ? api.derivation(id) : api.derive(id);
    if (output.json) {
      environment.terminal().out().println(Json.pretty(derivation));
    } else {
      show(derivation);
    }
    return WitanCommand.ok();
  }

  private void show(Derivation derivation) {
    Terminal terminal = environment.terminal();
    terminal
        .out()
        .println(
            "%s, %d tasks%s"
                .formatted(
                    derivation.status(),
                    derivation.tasks(),
                    derivation.requiresManualReview() ? ", a person has to look at it" : ""));
    if (derivation.reason() != null) {
      terminal.out().println("reason  " + derivation.reason());
    }
    terminal.out().println("next    " + derivation.whatToDo());
  }
}
