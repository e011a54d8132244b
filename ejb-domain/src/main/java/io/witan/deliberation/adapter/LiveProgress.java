package io.witan.deliberation.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.adapter.OneAfterAnother;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.port.Broadcast;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Tells those who listen how deliberations go on, from the process that has committed it. What
 * counts are the events in the streams: this may get lost, and holds up nothing. Where nobody
 * listens, no event is read.
 */
@ApplicationScoped
public class LiveProgress {
  private static final int MOST_WAITING = 10_000;
  private static final String PREFIX = "deliberation.";

  private final Broadcast broadcast;
  private final OneAfterAnother telling;

  protected LiveProgress() {
    this(null, (Executor) null);
  }

  @Inject
  public LiveProgress(Broadcast broadcast, BackgroundThreads threads) {
    this(broadcast, threads.scheduler());
  }

  LiveProgress(Broadcast broadcast, Executor threads) {
    this.broadcast = broadcast;
    this.telling = new OneAfterAnother(threads);
  }

  /** Nobody waits for it: not who has committed, either. */
  void committed(@Observes Committed committed) {
    committed.messages().stream()
        .filter(message -> message.subject().startsWith(PREFIX))
        .filter(message -> telling.waiting() < MOST_WAITING)
        .forEach(message -> telling.execute(() -> tell(message)));
  }

  private void tell(OutboxMessage message) {
    if (broadcast.mayBeHeard(StreamingWire.subject(message.aggregate().id()))) {
      tellWhoListens(message);
    }
  }

  private void tellWhoListens(OutboxMessage message) {
    switch (message.subject()) {
      case "deliberation.started" -> send(message, StreamingWire.starts(read(message)));
      case "deliberation.turn.recorded" ->
          send(message, List.of(StreamingWire.turn(read(message))));
      case "deliberation.completed", "deliberation.failed" ->
          send(message, List.of(StreamingWire.end(read(message))));
      default -> {
        // Something else, or another name of what was told.
      }
    }
  }

  private static JsonObject read(OutboxMessage message) {
    return JsonText.object(message.payload());
  }

  private void send(OutboxMessage about, List<Map<String, Object>> payloads) {
    String subject = StreamingWire.subject(about.aggregate().id());
    payloads.forEach(payload -> broadcast.tell(subject, CanonicalJson.of(payload)));
  }
}
