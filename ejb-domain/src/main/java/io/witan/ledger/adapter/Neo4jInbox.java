package io.witan.ledger.adapter;

import io.witan.ledger.port.Inbox;
import io.witan.neo4j.Graph;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** One node per consumer and event. */
@ApplicationScoped
class Neo4jInbox implements Inbox {
  private final Graph graph;
  private final Clock clock;

  protected Neo4jInbox() {
    this(null, null);
  }

  @Inject
  Neo4jInbox(Graph graph, Clock clock) {
    this.graph = graph;
    this.clock = clock;
  }

  @Override
  public boolean accept(String consumer, String eventId) {
    if (!graph.isInTransaction()) {
      throw new IllegalStateException("the inbox is marked in the transaction of the effect");
    }
    return graph
        .first(
            """
            MERGE (i:InboxMark {key: $key})
            ON CREATE SET i.fresh = true, i.at = $now
            WITH i, coalesce(i.fresh, false) AS fresh REMOVE i.fresh RETURN fresh
            """,
            Map.of("key", consumer + "|" + eventId, "now", Times.text(clock.instant())))
        .orElseThrow()
        .flag("fresh");
  }
}
