package io.witan.web.live;

import io.witan.ledger.adapter.OneAfterAnother;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The connection to one who reads server-sent events. They wait in a short queue, so that a slow
 * reader delays nobody; one that is too slow is disconnected and can come back with the id of the
 * last event.
 */
final class Connection {
  private static final int MOST_WAITING = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long RECONNECT_MILLIS = 2_000;

  private final SseEventSink sink;
  private final Sse sse;
  private final Executor waiting;
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final AtomicReference<Runnable> leave = new AtomicReference<>(() -> {});

  Connection(SseEventSink sink, Sse sse, Executor executor) {
    this.sink = sink;
    this.sse = sse;
    this.waiting = new OneAfterAnother(executor);
  }

  /** An event that is still to be filled in. */
  OutboundSseEvent.Builder event() {
    return sse.newEventBuilder();
  }

  /** Says that it stands, and when to come back. */
  void greet() {
    send(event().comment("watching").reconnectDelay(RECONNECT_MILLIS).build());
  }

  /** What to do when it is closed, from either side; at once if it is. */
  void whenClosed(Runnable left) {
    leave.set(left);
    if (sink.isClosed()) {
      close();
    }
  }

  /** Sends it, or closes when too much waits already. */
  void send(OutboundSseEvent event) {
    if (room.tryAcquire()) {
      waiting.execute(() -> write(event));
    } else {
      close();
    }
  }

  /** Sends it when there is room again; closes when that takes too long. */
  void sendPatiently(OutboundSseEvent event) {
    try {
      if (!sink.isClosed() && room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        waiting.execute(() -> write(event));
      } else {
        close();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  /** A word that is no event. */
  void remark(String text) {
    send(event().comment(text).build());
  }

  /** Keeps the connection open through proxies, and notices when the other side has gone. */
  void heartbeat() {
    remark("heartbeat");
  }

  /** Closes when all is sent that waits. */
  void end() {
    waiting.execute(this::close);
  }

  boolean isClosed() {
    return sink.isClosed();
  }

  void close() {
    leave.getAndSet(() -> {}).run();
    sink.close();
  }

  private void write(OutboundSseEvent event) {
    if (sink.isClosed()) {
      room.release();
      close();
    } else {
      sink.send(event).whenComplete(this::sent);
    }
  }

  private void sent(Object event, Throwable broken) {
    room.release();
    if (broken != null) {
      close();
    }
  }
}
