package io.witan.web.live;

import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;

/** Hands the events of a story, or all, to one who watches. */
final class Watcher implements SentEvents.Follower {
  private final String story;
  private final Connection connection;

  Watcher(String story, Connection connection) {
    this.story = story;
    this.connection = connection;
  }

  void follow(SentEvents events, Optional<String> last) {
    SentEvents.Subscription subscription = events.follow(last, this);
    connection.greet();
    connection.whenClosed(subscription::close);
  }

  @Override
  public void event(SentEvent event) {
    sse(event).ifPresent(connection::send);
  }

  @Override
  public void past(List<SentEvent> events) {
    events.stream().map(this::sse).flatMap(Optional::stream).forEach(connection::sendPatiently);
  }

  @Override
  public void remark(String text) {
    connection.remark(text);
  }

  @Override
  public void end() {
    connection.close();
  }

  private Optional<OutboundSseEvent> sse(SentEvent sent) {
    LiveEvent event = LiveEvent.from(sent);
    if (!event.concerns(story)) {
      return Optional.empty();
    }
    return Optional.of(
        connection
            .event()
            .id(event.id())
            .name(event.subject())
            .data(String.class, event.payload())
            .build());
  }
}
