package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at plans and decides on them. */
@Command(
    name = "plan",
    description = {
      "List the plans of a story, show, approve or reject one, show or derive its tasks,",
      "or list the derivations that wait for a person."
    },
    synopsisSubcommandLabel = "(list | show | approve | reject | dag | derive | derivations)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan plan list s-6f9619ff",
      "  ./witan plan show PL-6f9619ff",
      "  ./witan plan approve PL-6f9619ff --digest 3fdba35f...",
      "  ./witan plan reject PL-6f9619ff 'Too many steps at once'",
      "  ./witan plan dag PL-6f9619ff",
      "  ./witan plan derivations --status FAILED"
    })
final class PlanCommand extends Group {
  private PlanCommand(Environment environment) {
    super(environment, "plan");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new PlanCommand(environment));
    line.addSubcommand("list", new PlanListWord(environment));
    line.addSubcommand("show", new PlanShowWord(environment));
    line.addSubcommand("approve", RulingWord.approve(environment, "plans", "PL-7"));
    line.addSubcommand("reject", RulingWord.reject(environment, "plans", "PL-7"));
    line.addSubcommand("dag", new DagCommand(environment, WitanApi::graphOfPlan));
    line.addSubcommand("derive", new PlanDeriveCommand(environment));
    line.addSubcommand("derivations", new PlanDerivationsWord(environment));
    return line;
  }
}
