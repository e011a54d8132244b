package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamState;
import io.witan.ledger.relay.EventStreams.EventStream;
import io.witan.ledger.relay.Reconciler.Finding;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares one stream with what the graph says was sent to it, place by place.
 *
 * <p>An event that is not where it should be is looked for in the whole stream before it counts as
 * missing. What the stream's limits have removed is not missing. In a work queue only what lies
 * beyond the end is, as consuming leaves gaps.
 */
final class StreamComparison {
  private static final int PAGE = 1_000;

  private final RelayOutbox outbox;
  private final Clock clock;
  private final Duration lookBack;

  StreamComparison(RelayOutbox outbox, Clock clock, Duration lookBack) {
    this.outbox = outbox;
    this.clock = clock;
    this.lookBack = lookBack;
  }

  /** Where a stream's part that is compared begins. */
  long start(StreamReader reader) throws IOException, JetStreamApiException {
    Optional<Long> first = reader.firstSince(since());
    return first.isPresent() ? first.get() : reader.state().getLastSequence() + 1;
  }

  /** Compares, corrects places, and lets what is missing wait again. */
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
