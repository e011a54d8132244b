package io.witan.ledger.relay;

import io.witan.ledger.adapter.OutboxNodes;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outbox as the relay sees it: what waits, what was sent and where, what cannot be sent. */
final class RelayOutbox {
  // Two statements on purpose. A scan may see an event and miss an earlier one of the same
  // aggregate that commits meanwhile; up to the newest one seen before, nothing can be missing.
  private static final String OLDEST =
      """
      MATCH (m:Pending) WHERE m.at >= '' WITH m ORDER BY m.at LIMIT $most
      RETURN m.aggregate_id AS id, m.kind AS kind, max(m.sequence) AS sequence, min(m.at) AS at
      ORDER BY at
      """;
  private static final String LANES =
      """
      UNWIND $newest AS newest
      MATCH (m:Pending {aggregate_id: newest.id})
      WHERE m.kind = newest.kind AND m.sequence <= newest.sequence
      RETURN m{.*} AS node ORDER BY m.sequence, m.position
      """;

  private final Graph graph;

  RelayOutbox(Graph graph) {
    this.graph = graph;
  }

  /**
   * What to send next: a list for each aggregate, in order; aggregates that waited longest first.
   */
  Collection<List<OutboxMessage>> lanes(int most) {
    List<Map<String, Object>> newest =
        graph.query(OLDEST, Map.of("most", most)).stream().map(Row::values).toList();
    if (newest.isEmpty()) {
      return List.of();
    }
    return graph.query(LANES, Map.of("newest", newest)).stream()
        .map(row -> OutboxNodes.from(row.row("node")))
        .collect(
            Collectors.groupingBy(
                OutboxMessage::aggregate, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** Part of the running transaction. */
  void markSent(Collection<SentMessage> sent) {
    graph.run(
        """
        UNWIND $sent AS sent MATCH (m:OutboxMessage {message_id: sent.id})
        REMOVE m:Pending SET m.sent_at = timestamp(), m.stream = sent.stream, m.stream_seq = sent.seq
        """,
        Map.of("sent", places(sent)));
  }

  /** Part of the running transaction: of those that are in a stream, the waiting ones are sent. */
  void markFound(Collection<SentMessage> found) {
    graph.run(
        """
        UNWIND $sent AS sent MATCH (m:OutboxMessage {message_id: sent.id}) WHERE m:Pending
        REMOVE m:Pending SET m.sent_at = timestamp(), m.stream = sent.stream, m.stream_seq = sent.seq
        """,
        Map.of("sent", places(found)));
  }

  /** Part of the running transaction. */
  void park(Map<String, String> reasonById) {
    if (reasonById.isEmpty()) {
      return;
    }
    graph.run(
        """
        UNWIND keys($reasons) AS id MATCH (m:OutboxMessage {message_id: id})
        REMOVE m:Pending SET m:Parked, m.parked_reason = $reasons[id], m.parked_at = timestamp()
        """,
        Map.of("reasons", reasonById));
  }

  /** The subjects of parked events. */
  List<String> parkedSubjects() {
    return graph.query("MATCH (m:Parked) RETURN DISTINCT m.subject AS subject", Map.of()).stream()
        .map(row -> row.text("subject"))
        .toList();
  }

  /** Lets parked events of these subjects wait again. */
  void unpark(List<String> subjects) {
    graph.run(
        """
        MATCH (m:Parked) WHERE m.subject IN $subjects
        REMOVE m:Parked, m.parked_reason, m.parked_at SET m:Pending
        """,
        Map.of("subjects", subjects));
  }

  /** Events that were sent to the stream after a place and not before a time, by place. */
  List<SentMessage> sent(String stream, long after, Instant since, int most) {
    return graph
        .query(
            """
            MATCH (m:OutboxMessage {stream: $stream})
            WHERE m.stream_seq > $after AND m.sent_at >= $since AND NOT m:Pending
            RETURN m.message_id AS id, m.stream_seq AS seq ORDER BY m.stream_seq LIMIT $most
            """,
            Map.of("stream", stream, "after", after, "since", since.toEpochMilli(), "most", most))
        .stream()
        .map(row -> new SentMessage(row.text("id"), stream, row.number("seq")))
        .toList();
  }

  /** What the graph believes to be at a place of a stream. */
  Optional<String> at(String stream, long sequence) {
    return graph
        .first(
            """
            MATCH (m:OutboxMessage {stream: $stream, stream_seq: $seq}) WHERE NOT m:Pending
            RETURN m.message_id AS id
            """,
            Map.of("stream", stream, "seq", sequence))
        .map(row -> row.text("id"));
  }

  /** Lets events wait again that are where nobody finds them; not those that moved meanwhile. */
  void sendAgain(Collection<SentMessage> lost) {
    graph.run(
        """
        UNWIND $sent AS sent MATCH (m:OutboxMessage {message_id: sent.id})
        WHERE m.stream_seq = sent.seq AND NOT m:Pending
        SET m:Pending REMOVE m.sent_at, m.stream, m.stream_seq
        """,
        Map.of("sent", places(lost)));
  }

  /** Corrects the places of events that are elsewhere in their stream. */
  void moved(Collection<SentMessage> found) {
    graph.run(
        """
        UNWIND $sent AS sent MATCH (m:OutboxMessage {message_id: sent.id}) WHERE NOT m:Pending
        SET m.stream_seq = sent.seq
        """,
        Map.of("sent", places(found)));
  }

  long backlog() {
    return count("Pending");
  }

  long parked() {
    return count("Parked");
  }

  /** How long the oldest waiting event has waited. */
  Duration lag(Instant now) {
    return graph
        .first(
            "MATCH (m:Pending) WHERE m.at >= '' RETURN m.at AS at ORDER BY m.at LIMIT 1", Map.of())
        .map(row -> Duration.between(row.time("at"), now))
        .filter(waited -> !waited.isNegative())
        .orElse(Duration.ZERO);
  }

  private long count(String label) {
    return graph
        .first("MATCH (m:%s) RETURN count(m) AS many".formatted(label), Map.of())
        .orElseThrow()
        .number("many");
  }

  private static List<Map<String, Object>> places(Collection<SentMessage> messages) {
    return messages.stream()
        .map(
            sent ->
                Map.<String, Object>of(
                    "id", sent.messageId(), "stream", sent.stream(), "seq", sent.sequence()))
        .toList();
  }
}
