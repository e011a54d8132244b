package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.port.TurnAttempts;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One small node per turn that was begun more than once; it stays when the turn is recorded. */
@Dependent
public class Neo4jTurnAttempts implements TurnAttempts {
  private final Graph graph;

  @Inject
  public Neo4jTurnAttempts(Graph graph) {
    this.graph = graph;
  }

  @Override
  public Map<Integer, Integer> beginAgain(DeliberationId id, Set<Integer> sequences) {
    List<Map<String, Object>> turns =
        sequences.stream()
            .map(
                sequence ->
                    Fields.of("id", new TurnKey(id, sequence).toString(), "sequence", sequence))
            .toList();
    return graph
        .query(
            """
            UNWIND $turns AS turn
            MERGE (a:TurnAttempt {id: turn.id})
            SET a.begun = coalesce(a.begun, 1) + 1
            RETURN turn.sequence AS sequence, a.begun - 1 AS before
            """,
            Map.of("turns", turns))
        .stream()
        .collect(Collectors.toMap(Neo4jTurnAttempts::sequence, row -> (int) row.number("before")));
  }

  private static int sequence(Row row) {
    return (int) row.number("sequence");
  }
}
