package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;

/** The councils that there are. */
@Command(
    name = "list",
    description = "List the councils with the models of their agents.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan council list", "  ./witan council list --json"})
final class CouncilListWord extends ThingWord {
  CouncilListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(
        api.things("/councils"),
        new Table("COUNCIL", "ROLE", "AGENTS", "MODELS", "SINCE"),
        CouncilListWord::row);
  }

  private static Object[] row(Thing council) {
    return new Object[] {
      council.text("council_id"),
      council.text("role"),
      council.things("agents").size(),
      String.join(
          ", ", council.things("agents").stream().map(CouncilListWord::model).distinct().toList()),
      council.text("created_at")
    };
  }

  /** An agent without a model of its own speaks with that of the runner. */
  static String model(Thing agent) {
    return agent.text("model").isEmpty() ? "the usual" : agent.text("model");
  }
}
