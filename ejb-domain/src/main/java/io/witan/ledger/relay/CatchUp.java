package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamState;
import io.witan.ledger.adapter.Lease;
import io.witan.ledger.relay.EventStreams.EventStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a relay does before it sends: it reads every stream from where it was known last, and marks
 * what is there already. So nothing is sent twice after a take-over or an outage, however long.
 *
 * <p>A stream that ends before, or holds something else at, the place that was known last has lost
 * its tail: it is reconciled first, so that what is sent again comes before what is new.
 */
final class CatchUp {
  private static final int BATCH = 500;

  private final Lease lease;
  private final RelayOutbox outbox;
  private final EventStreams streams;
  private final StreamComparison comparison;

  CatchUp(Lease lease, RelayOutbox outbox, EventStreams streams, StreamComparison comparison) {
    this.lease = lease;
    this.outbox = outbox;
    this.streams = streams;
    this.comparison = comparison;
  }

  /** False when the lease was lost on the way. */
  boolean run(Connection connection) throws IOException, JetStreamApiException {
    for (EventStream stream : streams.all()) {
      if (!run(connection, stream)) {
        return false;
      }
    }
    return true;
  }

  private boolean run(Connection connection, EventStream stream)
      throws IOException, JetStreamApiException {
    StreamReader reader = new StreamReader(connection, stream);
    StreamState state = reader.state();
    long mark = lease.mark(stream.name()).orElse(0L);
    long from = mark + 1;
    if (isTailLost(reader, stream, state, mark)) {
      Reconciler.Finding unused = comparison.compare(connection, stream);
      from = comparison.start(reader);
    }
    return markFrom(reader, stream, from, state.getLastSequence());
  }

  private boolean isTailLost(StreamReader reader, EventStream stream, StreamState state, long mark)
      throws IOException, JetStreamApiException {
    if (mark > state.getLastSequence()) {
      return true;
    }
    if (mark < state.getFirstSequence() || mark == 0 || stream.isQueue()) {
      return false;
    }
    Optional<String> known = outbox.at(stream.name(), mark);
    return known.isPresent() && !known.equals(reader.at(mark));
  }

  private boolean markFrom(StreamReader reader, EventStream stream, long from, long last)
      throws IOException, JetStreamApiException {
    List<SentMessage> found = new ArrayList<>();
    reader.read(from, last, found::add);
    for (int start = 0; start < found.size(); start += BATCH) {
      List<SentMessage> batch = found.subList(start, Math.min(found.size(), start + BATCH));
      if (!lease.fenced(Map.of(), () -> outbox.markFound(batch))) {
        return false;
      }
    }
    return lease.fenced(Map.of(stream.name(), last), () -> {});
  }
}
