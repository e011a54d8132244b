package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which subjects nobody listens to: a message that asks for an answer is answered by the server
 * itself where it finds no subscription. That is believed for a second; then one message more finds
 * out whether somebody has come.
 */
final class Silence {
  static final Duration BELIEVED = Duration.ofSeconds(1);
  private static final int NO_RESPONDERS = 503;
  private static final int MOST_SUBJECTS = 10_000;

  private final Clock clock;
  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private Connection asked;
  private String inbox = "";

  Silence(Clock clock) {
    this.clock = clock;
  }

  /** Whether nobody listened when somebody was told last, a moment ago. */
  boolean isOn(String subject) {
    Instant found = since.get(subject);
    if (found == null) {
      return false;
    }
    boolean lasts = clock.instant().isBefore(found.plus(BELIEVED));
    if (!lasts) {
      since.remove(subject, found);
    }
    return lasts;
  }

  /** Where the server is to say that nobody listens to a message on that subject. */
  synchronized String replyTo(Connection connection, String subject) {
    if (connection != asked) {
      String box = connection.createInbox();
      connection.createDispatcher(answer -> heard(answer, box)).subscribe(box + ".>");
      asked = connection;
      inbox = box;
    }
    return inbox + "." + subject;
  }

  private void heard(Message answer, String box) {
    if (answer.isStatusMessage() && answer.getStatus().getCode() == NO_RESPONDERS) {
      found(answer.getSubject().substring(box.length() + 1));
    }
  }

  private void found(String subject) {
    if (since.size() >= MOST_SUBJECTS) {
      since.clear();
    }
    since.put(subject, clock.instant());
  }
}
