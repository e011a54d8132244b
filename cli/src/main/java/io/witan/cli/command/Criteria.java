package io.witan.cli.command;

import io.witan.cli.api.Readiness.Criterion;
import io.witan.cli.term.Table;
import io.witan.cli.term.Words;
import java.util.List;

/** The criteria of readiness as a table, whoever judged them. */
final class Criteria {
  private static final int WIDTH = 120;

  private Criteria() {}

  static Table table(List<Criterion> criteria) {
    Table table = new Table("CRITERION", "POINTS", "EVIDENCE", "REASON");
    criteria.forEach(
        one ->
            table.row(
                one.name(),
                "%d of %d".formatted(one.points(), one.of()),
                Words.line(one.evidence(), WIDTH),
                Words.line(one.reason(), WIDTH)));
    return table;
  }
}
