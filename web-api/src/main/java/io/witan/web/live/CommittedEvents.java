package io.witan.web.live;

import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The events that this process commits. One event under several subjects is told once. */
@ApplicationScoped
public class CommittedEvents implements EventFeed {
  private final Set<Consumer<LiveEvent>> listeners = ConcurrentHashMap.newKeySet();

  @Override
  public Subscription subscribe(Consumer<LiveEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void committed(@Observes Committed commit) {
    if (listeners.isEmpty()) {
      return;
    }
    List<LiveEvent> events =
        commit.messages().stream()
            .filter(CommittedEvents::isFirstName)
            .map(LiveEvent::from)
            .toList();
    events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
  }

  private static boolean isFirstName(OutboxMessage message) {
    return message.position() == 0;
  }
}
