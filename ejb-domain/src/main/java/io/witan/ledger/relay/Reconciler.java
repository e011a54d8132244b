package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamState;
import io.witan.ledger.relay.EventStreams.EventStream;
import io.witan.neo4j.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds events that were sent but are not in their stream any more, as after a loss of the tail of
 * the NATS store, and lets exactly those wait again; the relay then sends them, in order.
 *
 * <p>Every sent event has its place (stream and sequence) in the graph. Both sides are walked by
 * place; an event that is not where it should be is looked for in the whole stream before it counts
 * as missing. What the stream's limits have removed is not missing. In a work queue only what lies
 * beyond the end is, as consuming leaves gaps.
 */
@ApplicationScoped
public class Reconciler {
  private static final int PAGE = 1_000;

  private final RelayOutbox outbox;
  private final NatsConnection nats;
  private final EventStreams streams;
  private final Clock clock;
  private final Duration lookBack;

  protected Reconciler() {
    this(null, null, null, null, null);
  }

  /** Compares what was sent within {@code lookBack}. */
  @Inject
  public Reconciler(
      Graph graph,
      NatsConnection nats,
      EventStreams streams,
      Clock clock,
      @ConfigProperty(name = "witan.reconciler.look-back") Duration lookBack) {
    this.outbox = new RelayOutbox(graph);
    this.nats = nats;
    this.streams = streams;
    this.clock = clock;
    this.lookBack = lookBack;
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
      findings.add(compare(connection.get(), stream));
    }
    return Optional.of(new Report(findings));
  }

  /** Where a stream's part that is compared begins. */
  long start(StreamReader reader) throws IOException, JetStreamApiException {
    Optional<Long> first = reader.firstSince(since());
    return first.isPresent() ? first.get() : reader.state().getLastSequence() + 1;
  }

  Finding compare(Connection connection, EventStream stream)
      throws IOException, JetStreamApiException {
    StreamReader reader = new StreamReader(connection, stream);
    long after = start(reader) - 1;
    long compared = 0;
    Map<String, SentMessage> astray = new HashMap<>();
    // The graph before the stream: what is marked as sent was stored before.
    List<SentMessage> page = outbox.sent(stream.name(), after, since(), PAGE);
    while (!page.isEmpty()) {
      compared += page.size();
      astray(reader, stream, page).forEach(sent -> astray.put(sent.messageId(), sent));
      after = page.get(page.size() - 1).sequence();
      page = outbox.sent(stream.name(), after, since(), PAGE);
    }
    long lost = astray.size();
    long moved = settle(reader, astray);
    return new Finding(stream.name(), compared, lost - moved, moved);
  }

  private Instant since() {
    return clock.instant().minus(lookBack);
  }

  private static List<SentMessage> astray(
      StreamReader reader, EventStream stream, List<SentMessage> page)
      throws IOException, JetStreamApiException {
    StreamState state = reader.state();
    long first = Math.max(state.getFirstSequence(), page.get(0).sequence());
    long last = Math.min(state.getLastSequence(), page.get(page.size() - 1).sequence());
    Map<Long, String> there = new HashMap<>();
    if (!stream.isQueue()) {
      reader.read(first, last, sent -> there.put(sent.sequence(), sent.messageId()));
    }
    return page.stream()
        .filter(
            sent ->
                sent.sequence() > state.getLastSequence()
                    || (!stream.isQueue()
                        && sent.sequence() >= state.getFirstSequence()
                        && !sent.messageId().equals(there.get(sent.sequence()))))
        .toList();
  }

  /** Corrects the places of those that are elsewhere in the stream, and lets the others wait. */
  private long settle(StreamReader reader, Map<String, SentMessage> astray)
      throws IOException, JetStreamApiException {
    if (astray.isEmpty()) {
      return 0;
    }
    List<SentMessage> found = new ArrayList<>();
    StreamState state = reader.state();
    reader.read(
        Math.max(1, state.getFirstSequence()),
        state.getLastSequence(),
        sent -> {
          if (astray.remove(sent.messageId()) != null) {
            found.add(sent);
          }
        });
    outbox.moved(found);
    outbox.sendAgain(astray.values());
    return found.size();
  }
}
