package io.witan.ledger.adapter;

import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.port.Outbox;
import io.witan.neo4j.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The outbox as nodes; the label {@code Pending} is what sending removes. */
@ApplicationScoped
class Neo4jOutbox implements Outbox {
  private final Graph graph;

  protected Neo4jOutbox() {
    this(null);
  }

  @Inject
  Neo4jOutbox(Graph graph) {
    this.graph = graph;
  }

  @Override
  public List<OutboxMessage> pending(int most) {
    return graph
        .query(
            """
            MATCH (m:Pending) RETURN m{.*} AS node
            ORDER BY m.at, m.aggregate_id, m.sequence, m.position LIMIT $most
            """,
            Map.of("most", most))
        .stream()
        .map(row -> OutboxNodes.from(row.row("node")))
        .toList();
  }

  @Override
  public void markSent(List<String> messageIds) {
    graph.run(
        """
        UNWIND $ids AS id MATCH (m:OutboxMessage {message_id: id}) REMOVE m:Pending
        """,
        Map.of("ids", messageIds));
  }

  @Override
  public long backlog() {
    return graph
        .first("MATCH (m:Pending) RETURN count(m) AS pending", Map.of())
        .orElseThrow()
        .number("pending");
  }
}
