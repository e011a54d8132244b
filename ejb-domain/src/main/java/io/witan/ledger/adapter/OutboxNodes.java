package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.neo4j.Row;
import io.witan.shared.Times;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps an outbox message to the properties of its node and back. */
public final class OutboxNodes {
  private OutboxNodes() {}

  static Map<String, Object> properties(OutboxMessage message) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("event_id", message.eventId());
    node.put("message_id", message.messageId());
    node.put("kind", message.aggregate().kind());
    node.put("aggregate_id", message.aggregate().id());
    node.put("sequence", message.sequence());
    node.put("position", (long) message.position());
    node.put("subject", message.subject());
    node.put("payload", message.payload());
    node.put("at", Times.text(message.at()));
    node.put("audit_hash", message.auditHash());
    node.put("trace_id", message.traceId());
    return node;
  }

  /** Reads a node. */
  public static OutboxMessage from(Row node) {
    return new OutboxMessage(
        node.text("event_id"),
        node.text("message_id"),
        new AggregateRef(node.text("kind"), node.text("aggregate_id")),
        node.number("sequence"),
        (int) node.number("position"),
        node.text("subject"),
        node.text("payload"),
        node.time("at"),
        node.text("audit_hash"),
        node.text("trace_id"));
  }
}
