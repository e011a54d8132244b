package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.List;
import picocli.CommandLine.Command;

/** Where councils are worth their tokens. */
@Command(
    name = "dominance",
    description = {
      "List, for each purpose and role, how often councils, votes and single agents are accepted.",
      "A council must beat a vote that takes as many tokens, or give way to it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan calibration dominance", "  ./witan calibration dominance --json"})
final class CalibrationDominanceWord extends ThingWord {
  CalibrationDominanceWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    List<Thing> matters = api.dominance();
    if (asJson()) {
      show(matters, new Table(), thing -> new Object[0]);
      return;
    }
    Table modes =
        new Table(
            "PURPOSE",
            "ROLE",
            "MODE",
            "OUTCOMES",
            "ACCEPTED",
            "TOKENS",
            "ACCEPTED PER 100K TOKENS");
    Table verdicts = new Table("PURPOSE", "ROLE", "COUNCIL OVER VOTE", "VERDICT");
    for (Thing matter : matters) {
      matter.things("modes").forEach(mode -> modes.row(mode(matter, mode)));
      verdicts.row(
          matter.text("purpose"),
          matter.text("role"),
          CalibrationCommand.share(matter, "council_over_vote"),
          matter.text("verdict").replace('_', ' '));
    }
    print(List.of(), modes, thing -> new Object[0]);
    out().println();
    print(List.of(), verdicts, thing -> new Object[0]);
  }

  private static Object[] mode(Thing matter, Thing mode) {
    boolean tried = mode.json().path("outcomes").asLong() > 0;
    return new Object[] {
      matter.text("purpose"),
      matter.text("role"),
      mode.text("mode"),
      mode.text("outcomes"),
      tried ? CalibrationCommand.share(mode, "acceptance") : "",
      tried ? CalibrationCommand.decimal("%.0f", mode, "mean_tokens") : "",
      tried ? CalibrationCommand.decimal("%.2f", mode, "accepted_per_hundred_thousand_tokens") : ""
    };
  }
}
