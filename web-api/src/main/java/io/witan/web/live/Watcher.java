package io.witan.web.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One who watches. Events wait in a short queue, so that a slow reader delays nobody; one that is
 * too slow is disconnected and can come back.
 */
final class Watcher {
  private static final int MOST_WAITING = 1_000;
  private static final long RECONNECT_MILLIS = 2_000;

  private final String story;
  private final SseEventSink sink;
  private final Sse sse;
  private final Executor executor;
  private final Queue<OutboundSseEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicReference<EventFeed.Subscription> subscription = new AtomicReference<>();

  Watcher(String story, SseEventSink sink, Sse sse, Executor executor) {
    this.story = story;
    this.sink = sink;
    this.sse = sse;
    this.executor = executor;
  }

  void follow(EventFeed feed) {
    subscription.set(feed.subscribe(this::take));
    send(sse.newEventBuilder().comment("watching").reconnectDelay(RECONNECT_MILLIS).build());
  }

  private void take(LiveEvent event) {
    if (event.concerns(story)) {
      send(
          sse.newEventBuilder()
              .id(event.id())
              .name(event.subject())
              .data(String.class, event.payload())
              .build());
    }
  }

  /** Keeps the connection open through proxies, and notices when the other side has gone. */
  void heartbeat() {
    send(sse.newEventBuilder().comment("heartbeat").build());
  }

  private void send(OutboundSseEvent event) {
    if (size.get() >= MOST_WAITING) {
      close();
      return;
    }
    waiting.add(event);
    if (size.getAndIncrement() == 0) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    do {
      OutboundSseEvent event = waiting.remove();
      if (sink.isClosed()) {
        close();
      } else {
        sink.send(event).whenComplete(this::sent);
      }
    } while (size.decrementAndGet() > 0);
  }

  private void sent(Object event, Throwable broken) {
    if (broken != null) {
      close();
    }
  }

  boolean isClosed() {
    return sink.isClosed();
  }

  void close() {
    EventFeed.Subscription open = subscription.getAndSet(null);
    if (open != null) {
      open.close();
    }
    sink.close();
  }
}
