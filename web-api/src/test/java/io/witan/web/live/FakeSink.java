package io.witan.web.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection to one who reads, at once or not at all. */
final class FakeSink implements SseEventSink {
  final List<FakeSse.Event> sent = new CopyOnWriteArrayList<>();
  final Queue<CompletableFuture<Object>> unread = new ConcurrentLinkedQueue<>();
  volatile boolean reads = true;
  private volatile boolean closed;

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    sent.add((FakeSse.Event) event);
    CompletableFuture<Object> read = new CompletableFuture<>();
    if (reads) {
      read.complete(event);
    } else {
      unread.add(read);
    }
    return read;
  }

  /** Reads what was sent. */
  void read() {
    for (CompletableFuture<Object> read = unread.poll(); read != null; read = unread.poll()) {
      read.complete("");
    }
  }

  List<String> ids() {
    return sent.stream().map(FakeSse.Event::id).filter(id -> !id.isEmpty()).toList();
  }

  List<String> comments() {
    return sent.stream().map(FakeSse.Event::comment).filter(text -> !text.isEmpty()).toList();
  }

  @Override
  public void close() {
    closed = true;
  }
}
