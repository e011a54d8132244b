package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ToldChange;
import io.witan.neo4j.Graph;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What migrations gave to aggregates that were there before them, past the journal, so that no
 * entry tells of it. It counts as told before the first entry: an entry that tells the property
 * wins, and without one no other value than the migration's holds.
 */
final class MigratedProperties {
  private static final Set<String> GOT_ARCHIVED = Set.of("Project", "Epic", "Task");
  private static final String PLAN = "Plan";
  private static final String NUMBER = "number";

  private final Graph graph;

  MigratedProperties(Graph graph) {
    this.graph = graph;
  }

  /**
   * What was so before the first entry.
   *
   * @param first what that entry tells
   */
  ToldChange before(AggregateRef aggregate, ToldChange first) {
    if (GOT_ARCHIVED.contains(aggregate.kind())) {
      return new ToldChange(0, Map.of("archived", Optional.of(false)));
    }
    if (aggregate.kind().equals(PLAN) && !first.values().containsKey(NUMBER)) {
      return new ToldChange(0, Map.of(NUMBER, Optional.of(place(aggregate))));
    }
    return new ToldChange(0, Map.of());
  }

  /** Plans got the numbers in which those of their story came. */
  private long place(AggregateRef plan) {
    return graph
        .first(
            """
            MATCH (a:Plan {id: $id})
            MATCH (p:Plan {story_id: a.story_id})
            WHERE p.created_at < a.created_at OR (p.created_at = a.created_at AND p.id <= a.id)
            RETURN count(p) AS place
            """,
            Map.of("id", plan.id()))
        .map(row -> row.number("place"))
        .orElse(0L);
  }
}
