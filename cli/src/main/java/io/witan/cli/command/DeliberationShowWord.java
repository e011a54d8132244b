package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One deliberation: how it is decided, the ranking, and what was checked about each proposal. */
@Command(
    name = "show",
    description = {
      "Show a deliberation: its rules, the ranking, and the checks of each proposal with the evidence in short.",
      "With --json all of it, each turn included."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation show D-6f9619ff",
      "  ./witan deliberation show D-6f9619ff --json"
    })
final class DeliberationShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "DELIBERATION", description = "The id of the deliberation.")
  private String id;

  DeliberationShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing deliberation = api.thing("deliberations", id);
    show(deliberation, () -> page(deliberation));
  }

  private void page(Thing deliberation) {
    heading(deliberation.text("deliberation_id"));
    DeliberationRules rules = new DeliberationRules(deliberation);
    rules.lines().forEach(this::line);
    line("cut", new Thing(deliberation.json().path("cut")).text("detail"));
    line("error", deliberation.text("error"));
    items("What proposals must keep to", rules.constraints());
    List<Thing> ranking = deliberation.things("ranking");
    table("Ranking", ranking, new Table("RANK", "AGENT", "SCORE", "REVIEWED"), this::place);
    List<Row> checks = ranking.stream().flatMap(DeliberationShowWord::rows).toList();
    if (!checks.isEmpty()) {
      out().println();
      heading("Checks");
      Table table = new Table("RANK", "CHECK", "OUTCOME", "EVIDENCE");
      checks.forEach(row -> table.row(row.cells()));
      table.print(out(), environment().terminal().style());
    }
  }

  private void table(String heading, List<Thing> things, Table table, Columns columns) {
    if (!things.isEmpty()) {
      out().println();
      heading(heading);
      print(things, table, columns);
    }
  }

  private Object[] place(Thing place) {
    return new Object[] {
      place.text("rank"),
      place.text("agent_id"),
      String.format(Locale.ROOT, "%.3f", place.json().path("score").asDouble()),
      place.flag("reviewed") ? "yes" : "no"
    };
  }

  private static Stream<Row> rows(Thing place) {
    return place.things("checks").stream().map(check -> new Row(place, check));
  }

  /** One check of one proposal. */
  private record Row(Thing place, Thing check) {
    Object[] cells() {
      return new Object[] {
        place.text("rank"),
        check.text("check"),
        check.text("outcome").toLowerCase(Locale.ROOT).replace('_', ' '),
        evidence()
      };
    }

    /** The first finding and how many more there are; without any, what was looked at. */
    private String evidence() {
      List<Thing> findings = check.things("findings");
      if (findings.isEmpty()) {
        return check.text("message");
      }
      String more = findings.size() == 1 ? "" : " (and %d more)".formatted(findings.size() - 1);
      return where(findings.get(0)) + findings.get(0).text("text") + more;
    }

    private static String where(Thing finding) {
      if (finding.text("file").isEmpty()) {
        return "";
      }
      String line = finding.text("line").equals("0") ? "" : ":" + finding.text("line");
      return finding.text("file") + line + ": ";
    }
  }
}
