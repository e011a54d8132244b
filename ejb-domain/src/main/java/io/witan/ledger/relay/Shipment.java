package io.witan.ledger.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What became of the events that were sent at once; filled by the threads of the client. */
final class Shipment {
  private final Queue<SentMessage> sent = new ConcurrentLinkedQueue<>();
  private final Map<String, String> parked = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  void sent(SentMessage message) {
    sent.add(message);
  }

  void park(String messageId, String reason) {
    parked.put(messageId, reason);
  }

  void failed(String reason) {
    failures.add(reason);
  }

  Queue<SentMessage> sent() {
    return sent;
  }

  Map<String, String> parked() {
    return parked;
  }

  Optional<String> failure() {
    return Optional.ofNullable(failures.peek());
  }

  /** Whether something went to listeners only, which nobody acknowledges. */
  boolean isPartlyLive() {
    return sent.stream().anyMatch(message -> message.sequence() == 0);
  }

  boolean isEmpty() {
    return sent.isEmpty() && parked.isEmpty();
  }

  /**
   * How far each stream is known now. Nothing while an event is in doubt: it may be in the stream
   * before the last acknowledged one.
   */
  Map<String, Long> marks() {
    Map<String, Long> marks = new HashMap<>();
    if (failures.isEmpty()) {
      sent.stream()
          .filter(message -> message.sequence() > 0)
          .forEach(message -> marks.merge(message.stream(), message.sequence(), Math::max));
    }
    return marks;
  }
}
