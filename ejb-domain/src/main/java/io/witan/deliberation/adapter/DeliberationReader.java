package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.port.AnswerReader;
import io.witan.neo4j.Row;
import java.util.List;

/** Reads deliberations with their turns off what a statement answers. */
final class DeliberationReader {
  private static final String WITH_TURNS =
      """
      WITH d, d{.*} AS node
      OPTIONAL MATCH (d)-[:TOOK]->(t:Turn)
      RETURN node, collect(%s) AS turns
      """
          .formatted(TurnNodes.COLUMNS);

  private final TurnNodes turns;

  DeliberationReader(AnswerReader answers) {
    this.turns = new TurnNodes(answers);
  }

  /** A statement that answers the deliberations that it finds as {@code d}, one in a row. */
  static String statement(String finding) {
    return finding + WITH_TURNS;
  }

  /** Of a row of such a statement. */
  Deliberation deliberation(Row row) {
    return deliberation(row.row("node"), row.rows("turns"));
  }

  Deliberation deliberation(Row node, List<Row> turnNodes) {
    Purpose purpose = Purpose.valueOf(node.text("purpose"));
    return DeliberationNodes.from(
        node, turnNodes.stream().map(turn -> turns.from(purpose, turn)).toList());
  }
}
