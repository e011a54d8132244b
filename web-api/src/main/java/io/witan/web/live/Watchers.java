package io.witan.web.live;

import io.witan.deliberation.adapter.DeliberationWatch;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Narration;
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
  private final DeliberationWatch deliberations;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ManagedExecutorService executor;
  private final ManagedScheduledExecutorService scheduler;
  private Future<?> heartbeats;

  protected Watchers() {
    this(null, null, null, null);
  }

  @Inject
  Watchers(
      SentEvents events,
      DeliberationWatch deliberations,
      ManagedExecutorService executor,
      ManagedScheduledExecutorService scheduler) {
    this.events = events;
    this.deliberations = deliberations;
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
    new Watcher(story, connect(sink, sse)).follow(events, last);
  }

  /** Sends how a deliberation goes on to the sink until it ends, or the sink is closed. */
  void watch(DeliberationId id, Narration narration, SseEventSink sink, Sse sse) {
    new ProgressWatcher(narration, connect(sink, sse)).follow(deliberations, id);
  }

  private Connection connect(SseEventSink sink, Sse sse) {
    Connection connection = new Connection(sink, sse, executor);
    connections.add(connection);
    startHeartbeats();
    return connection;
  }

  private synchronized void startHeartbeats() {
    if (heartbeats == null) {
      heartbeats =
          scheduler.scheduleAtFixedRate(
              this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void beat() {
    connections.removeIf(Connection::isClosed);
    connections.forEach(Connection::heartbeat);
  }

  @PreDestroy
  synchronized void disconnect() {
    if (heartbeats != null) {
      heartbeats.cancel(true);
    }
    connections.forEach(Connection::close);
  }
}
