package io.witan.web.live;

import io.witan.ledger.port.SentEvents;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** All who watch, and their heartbeats. */
@ApplicationScoped
public class Watchers {
  private static final long HEARTBEAT_SECONDS = 15;

  private final SentEvents events;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final ManagedExecutorService executor;
  private final ManagedScheduledExecutorService scheduler;
  private Future<?> heartbeats;

  protected Watchers() {
    this(null, null, null);
  }

  @Inject
  Watchers(
      SentEvents events,
      ManagedExecutorService executor,
      ManagedScheduledExecutorService scheduler) {
    this.events = events;
    this.executor = executor;
    this.scheduler = scheduler;
  }

  /**
   * Sends events to the sink until it is closed.
   *
   * @param story whose events are wanted; empty for all
   * @param last the id of the event that was seen last; absent for from now on
   */
  void watch(String story, Optional<String> last, SseEventSink sink, Sse sse) {
    Watcher watcher = new Watcher(story, sink, sse, executor);
    watchers.add(watcher);
    watcher.follow(events, last);
    startHeartbeats();
  }

  private synchronized void startHeartbeats() {
    if (heartbeats == null) {
      heartbeats =
          scheduler.scheduleAtFixedRate(
              this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void beat() {
    watchers.removeIf(Watcher::isClosed);
    watchers.forEach(Watcher::heartbeat);
  }

  @PreDestroy
  synchronized void disconnect() {
    if (heartbeats != null) {
      heartbeats.cancel(true);
    }
    watchers.forEach(Watcher::close);
  }
}
