package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.ledger.relay.EventStreams.EventStream;
import io.witan.neo4j.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds events that were sent but are not in their stream any more, as after a loss of the tail of
 * the NATS store, and lets exactly those wait again; the relay then sends them, in order.
 */
@ApplicationScoped
public class Reconciler {
  private final StreamComparison comparison;
  private final NatsConnection nats;
  private final EventStreams streams;

  protected Reconciler() {
    this.comparison = null;
    this.nats = null;
    this.streams = null;
  }

  @Inject
  public Reconciler(
      Graph graph, NatsConnection nats, EventStreams streams, RelaySettings settings, Clock clock) {
    this.comparison = new StreamComparison(new RelayOutbox(graph), clock, settings.lookBack());
    this.nats = nats;
    this.streams = streams;
  }

  /**
   * What was found in one stream.
   *
   * @param compared how many sent events were looked at
   * @param missing how many wait to be sent again
   * @param moved how many were at another place than the graph said
   */
  public record Finding(String stream, long compared, long missing, long moved) {}

  /** What was found, stream by stream. */
  public record Report(List<Finding> findings) {
    public Report {
      findings = List.copyOf(findings);
    }

    public long missing() {
      return findings.stream().mapToLong(Finding::missing).sum();
    }
  }

  /**
   * Compares all streams. Any process may do so at any time.
   *
   * @return absent when NATS cannot be reached now
   * @throws IOException when NATS gets lost on the way
   * @throws JetStreamApiException when NATS refuses, for example because a stream is missing
   */
  public Optional<Report> reconcile() throws IOException, JetStreamApiException {
    Optional<Connection> connection = nats.current();
    if (connection.isEmpty()) {
      return Optional.empty();
    }
    List<Finding> findings = new ArrayList<>();
    for (EventStream stream : streams.all()) {
      findings.add(comparison.compare(connection.get(), stream));
    }
    return Optional.of(new Report(findings));
  }
}
