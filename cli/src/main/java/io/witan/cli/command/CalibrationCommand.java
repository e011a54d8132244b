package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How good each judge is, by what it said and what came of it. */
@Command(
    name = "calibration",
    description = {
      "List how good each judge is: agents with their models, models, councils; for each purpose.",
      "BRIER is the mean squared error of the scores: 0 is best, 0.25 is who always says one half.",
      "INTERCEPT and SLOPE say what the scores are worth, WEIGHT how much they count (a stranger's: 1)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan calibration",
      "  ./witan calibration --purpose IMPLEMENT --kind model --json",
      "  ./witan calibration dominance    where councils are worth their tokens"
    })
final class CalibrationCommand extends ThingWord {
  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "Only for one purpose, such as IMPLEMENT.")
  private String purpose;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only judges of one kind: agent, model or council.")
  private String kind;

  private CalibrationCommand(Environment environment) {
    super(environment);
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new CalibrationCommand(environment));
    line.addSubcommand("dominance", new CalibrationDominanceWord(environment));
    return line;
  }

  @Override
  void ask(WitanApi api) {
    List<Thing> judges = api.calibration(Optional.ofNullable(purpose), Optional.ofNullable(kind));
    show(
        judges,
        new Table(
            "PURPOSE",
            "KIND",
            "SAMPLES",
            "ACCEPTED",
            "SAID",
            "BRIER",
            "LOG LOSS",
            "INTERCEPT",
            "SLOPE",
            "WEIGHT",
            "JUDGE"),
        CalibrationCommand::row);
  }

  private static Object[] row(Thing judge) {
    return new Object[] {
      judge.text("purpose"),
      judge.text("kind"),
      judge.text("samples"),
      share(judge, "acceptance"),
      decimal("%.2f", judge, "mean_score"),
      estimate(judge, "brier"),
      estimate(judge, "log_loss"),
      decimal("%+.2f", judge, "intercept"),
      decimal("%+.2f", judge, "slope"),
      decimal("%.2f", judge, "weight"),
      judge.text("name")
    };
  }

  static String decimal(String form, Thing thing, String field) {
    return String.format(Locale.ROOT, form, thing.json().path(field).asDouble());
  }

  private static String estimate(Thing judge, String field) {
    Thing estimate = new Thing(judge.json().path(field));
    return "%s (%s to %s)"
        .formatted(
            decimal("%.2f", estimate, "value"),
            decimal("%.2f", estimate, "low"),
            decimal("%.2f", estimate, "high"));
  }

  /** A share with its interval, in percent. */
  static String share(Thing thing, String field) {
    Thing estimate = new Thing(thing.json().path(field));
    return "%s (%s to %s)"
        .formatted(percent(estimate, "value"), percent(estimate, "low"), percent(estimate, "high"));
  }

  private static String percent(Thing estimate, String field) {
    return Math.round(estimate.json().path(field).asDouble() * 100) + "%";
  }
}
