package io.witan.ledger.feed;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.relay.EventStreams;
import io.witan.ledger.relay.EventStreams.EventStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Reads the streams between two places again, merged by the time at which NATS stored each event.
 */
final class PastEvents {
  private static final int PAGE = 200;

  private final Connection connection;
  private final EventStreams streams;

  PastEvents(Connection connection, EventStreams streams) {
    this.connection = connection;
    this.streams = streams;
  }

  /** Gets the events, page by page, and up to where that is. */
  interface Reader {
    /** False when no more is wanted. */
    boolean page(List<SentEvent> events, Places reached);
  }

  /** Each event once. */
  void read(Places from, Places to, Reader reader) throws IOException, JetStreamApiException {
    List<PastStream> open = new ArrayList<>();
    try {
      for (EventStream stream : streams.logs()) {
        String name = stream.name();
        if (from.of(name) < to.of(name)) {
          open.add(new PastStream(connection, name, from.of(name) + 1, to.of(name)));
        }
      }
      merge(open, from, reader);
    } finally {
      open.forEach(PastStream::close);
    }
  }

  private static void merge(List<PastStream> open, Places from, Reader reader) throws IOException {
    PriorityQueue<PastStream> oldest = new PriorityQueue<>(Comparator.comparing(PastStream::time));
    for (PastStream stream : open) {
      if (stream.hasNext()) {
        oldest.add(stream);
      }
    }
    Set<String> seen = new HashSet<>();
    List<SentEvent> page = new ArrayList<>();
    Places reached = from;
    boolean wanted = true;
    while (!oldest.isEmpty() && wanted) {
      PastStream stream = oldest.remove();
      Message message = stream.next();
      reached = reached.with(stream.name(), message.metaData().streamSequence());
      EventHeaders.read(message).filter(event -> seen.add(event.id())).ifPresent(page::add);
      if (stream.hasNext()) {
        oldest.add(stream);
      }
      if (page.size() >= PAGE || oldest.isEmpty()) {
        wanted = reader.page(List.copyOf(page), reached);
        page.clear();
      }
    }
  }
}
