package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What can be done with a plan. */
@Command(
    name = "plan",
    description = "Show the tasks of a plan, or have them derived.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan plan dag PL-4a611c4f-3c5e-4a2b-8d7e-1f0b6c9d2e3a",
      "  ./witan plan derive PL-4a611c4f-3c5e-4a2b-8d7e-1f0b6c9d2e3a --status"
    })
final class PlanCommand implements Callable<Integer> {
  private final Environment environment;

  PlanCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanCommand.commandLine(environment)
        .getSubcommands()
        .get("plan")
        .usage(environment.terminal().err());
    throw Stop.usage("plan: say which of the commands above");
  }
}
