package io.witan.ledger.adapter;

import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.ParkedEvent;
import io.witan.ledger.port.ParkedEvents;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parked events as the relay leaves them: nodes of the outbox with a label of their own. */
@Dependent
class Neo4jParkedEvents implements ParkedEvents {
  private static final String KIND = "Parked";

  private final Graph graph;
  private final Neo4jTransactions transactions;
  private final ActorLog log;

  @Inject
  Neo4jParkedEvents(Graph graph, Neo4jTransactions transactions, ActorLog log) {
    this.graph = graph;
    this.transactions = transactions;
    this.log = log;
  }

  @Override
  public Page<ParkedEvent> list(Page.Request page) {
    Cursor after = page.after().map(text -> Cursor.parse(KIND, text)).orElse(Cursor.START);
    List<Row> rows =
        graph
            .query(
                """
                MATCH (m:Parked)
                WHERE m.at > $at OR (m.at = $at AND m.message_id > $id)
                RETURN m{.*} AS node ORDER BY m.at, m.message_id LIMIT $most
                """,
                Map.of("at", after.at(), "id", after.id(), "most", page.size() + 1))
            .stream()
            .map(row -> row.row("node"))
            .toList();
    List<ParkedEvent> events =
        rows.stream().limit(page.size()).map(Neo4jParkedEvents::event).toList();
    return new Page<>(events, next(rows, page.size()));
  }

  private static Optional<String> next(List<Row> rows, int size) {
    if (rows.size() <= size) {
      return Optional.empty();
    }
    Row last = rows.get(size - 1);
    return Optional.of(new Cursor(last.text("at"), last.text("message_id")).text(KIND));
  }

  private static ParkedEvent event(Row node) {
    return new ParkedEvent(
        OutboxNodes.from(node),
        node.text("parked_reason"),
        Instant.ofEpochMilli(node.number("parked_at")));
  }

  @Override
  public Optional<OutboxMessage> sendAgain(String messageId) {
    Optional<ParkedEvent> parked =
        graph
            .first(
                """
                MATCH (m:OutboxMessage {message_id: $id}) SET m._lock = true
                WITH m WHERE m:Parked
                WITH m, m{.*} AS node
                REMOVE m:Parked, m.parked_reason, m.parked_at SET m:Pending
                RETURN node
                """,
                Map.of("id", messageId))
            .map(row -> event(row.row("node")));
    parked.ifPresent(this::writeDown);
    return parked.map(ParkedEvent::message);
  }

  private void writeDown(ParkedEvent event) {
    long unused =
        log.append(
            transactions.current().command().actor().id(),
            "last_retried_at",
            "actor.sent_event_again",
            Fields.of(
                "message_id", event.message().messageId(),
                "subject", event.message().subject(),
                "parked_reason", event.reason(),
                "parked_since", event.since()));
  }
}
