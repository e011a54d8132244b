package io.witan.ledger.feed;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.feed.Follow.Past;
import io.witan.ledger.relay.EventStreams;
import io.witan.neo4j.Graph;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Brings one who was away up to date, and then lets the present begin for him. */
final class Replay {
  private final Audience audience;
  private final EventStreams streams;
  private final Origin origin;

  Replay(Audience audience, EventStreams streams, Graph graph) {
    this.audience = audience;
    this.streams = streams;
    this.origin = new Origin(graph, streams);
  }

  /** Reads what is left of the past; after a failure, the next run goes on where this one ended. */
  void run(Connection connection, Follow follow, Past past)
      throws IOException, JetStreamApiException {
    Places to = past.to().orElseThrow();
    Places from = from(connection, follow, past, to);
    new PastEvents(connection, streams)
        .read(
            from,
            to,
            (events, reached) -> {
              hand(follow, without(past.lastId(), events));
              audience.reached(follow, reached);
              return audience.isHere(follow);
            });
    List<SentEvent> aside = audience.aside(follow);
    while (!aside.isEmpty()) {
      hand(follow, aside);
      aside = audience.aside(follow);
    }
  }

  private Places from(Connection connection, Follow follow, Past past, Places to)
      throws IOException, JetStreamApiException {
    Optional<Places> known = past.from().or(() -> audience.whenTold(past.lastId()));
    if (known.isEmpty()) {
      known = origin.after(connection, past.lastId());
    }
    if (known.isEmpty()) {
      follow.follower.remark(
          "the event %s is not known (any more): from now on".formatted(past.lastId()));
    }
    return known.orElse(to);
  }

  private static List<SentEvent> without(String id, List<SentEvent> events) {
    return events.stream().filter(event -> !event.id().equals(id)).toList();
  }

  private static void hand(Follow follow, List<SentEvent> events) {
    if (!events.isEmpty()) {
      follow.follower.past(events);
    }
  }
}
