package io.witan.ledger.feed;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.ledger.relay.EventStreams;
import io.witan.ledger.relay.EventStreams.EventStream;
import io.witan.ledger.relay.StreamReader;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Finds where in the streams an event is, by what the relay noted of it. */
final class Origin {
  // What was before an event in another stream only time tells. Too early repeats, too late loses.
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final Graph graph;
  private final EventStreams streams;

  Origin(Graph graph, EventStreams streams) {
    this.graph = graph;
    this.streams = streams;
  }

  /** How far one has read the streams who saw this event last; absent when nobody knows it. */
  Optional<Places> after(Connection connection, String eventId)
      throws IOException, JetStreamApiException {
    Optional<Row> noted =
        graph.first(
            """
            MATCH (m:OutboxMessage) WHERE m.message_id STARTS WITH $prefix AND m.position = 0
            RETURN coalesce(m.stream, '') AS stream, coalesce(m.stream_seq, 0) AS seq, m.at AS at
            """,
            Map.of("prefix", eventId + "@"));
    if (noted.isEmpty()) {
      return Optional.empty();
    }
    Row row = noted.get();
    long sequence = row.number("seq");
    return Optional.of(
        sequence == 0
            ? since(connection, row.time("at"))
            : behind(connection, row.text("stream"), sequence, row.time("at")));
  }

  private Places behind(Connection connection, String name, long sequence, Instant committed)
      throws IOException, JetStreamApiException {
    Instant stored = committed;
    for (EventStream stream : streams.logs()) {
      if (stream.name().equals(name)) {
        stored = new StreamReader(connection, stream).storedAt(sequence).orElse(committed);
      }
    }
    return since(connection, stored).with(name, sequence);
  }

  private Places since(Connection connection, Instant time)
      throws IOException, JetStreamApiException {
    Places places = Places.NOWHERE;
    for (EventStream stream : streams.logs()) {
      long before = new StreamReader(connection, stream).lastBefore(time.minus(SLACK));
      places = places.with(stream.name(), before);
    }
    return places;
  }
}
