package io.witan.web.live;

import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One who watches. Events wait in a short queue, so that a slow reader delays nobody; one that is
 * too slow is disconnected and can come back with the id of the last event.
 */
final class Watcher implements SentEvents.Follower {
  private static final int MOST_WAITING = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long RECONNECT_MILLIS = 2_000;

  private final String story;
  private final SseEventSink sink;
  private final Sse sse;
  private final Executor executor;
  private final Queue<OutboundSseEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final AtomicReference<SentEvents.Subscription> subscription = new AtomicReference<>();

  Watcher(String story, SseEventSink sink, Sse sse, Executor executor) {
    this.story = story;
    this.sink = sink;
    this.sse = sse;
    this.executor = executor;
  }

  void follow(SentEvents events, Optional<String> last) {
    subscription.set(events.follow(last, this));
    send(sse.newEventBuilder().comment("watching").reconnectDelay(RECONNECT_MILLIS).build());
    if (sink.isClosed()) {
      close();
    }
  }

  @Override
  public void event(SentEvent event) {
    sse(event).ifPresent(this::send);
  }

  @Override
  public void past(List<SentEvent> events) {
    events.stream().map(this::sse).flatMap(Optional::stream).forEach(this::sendPatiently);
  }

  @Override
  public void remark(String text) {
    send(sse.newEventBuilder().comment(text).build());
  }

  @Override
  public void end() {
    close();
  }

  /** Keeps the connection open through proxies, and notices when the other side has gone. */
  void heartbeat() {
    remark("heartbeat");
  }

  private Optional<OutboundSseEvent> sse(SentEvent sent) {
    LiveEvent event = LiveEvent.from(sent);
    if (!event.concerns(story)) {
      return Optional.empty();
    }
    return Optional.of(
        sse.newEventBuilder()
            .id(event.id())
            .name(event.subject())
            .data(String.class, event.payload())
            .build());
  }

  private void send(OutboundSseEvent event) {
    if (room.tryAcquire()) {
      enqueue(event);
    } else {
      close();
    }
  }

  private void sendPatiently(OutboundSseEvent event) {
    try {
      if (!sink.isClosed() && room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        enqueue(event);
      } else {
        close();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void enqueue(OutboundSseEvent event) {
    waiting.add(event);
    if (size.getAndIncrement() == 0) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    do {
      OutboundSseEvent event = waiting.remove();
      if (sink.isClosed()) {
        room.release();
        close();
      } else {
        sink.send(event).whenComplete(this::sent);
      }
    } while (size.decrementAndGet() > 0);
  }

  private void sent(Object event, Throwable broken) {
    room.release();
    if (broken != null) {
      close();
    }
  }

  boolean isClosed() {
    return sink.isClosed();
  }

  void close() {
    SentEvents.Subscription open = subscription.getAndSet(null);
    if (open != null) {
      open.close();
    }
    sink.close();
  }
}
