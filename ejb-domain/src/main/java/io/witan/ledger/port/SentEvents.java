package io.witan.ledger.port;

import io.witan.ledger.domain.SentEvent;
import java.util.List;
import java.util.Optional;

/** The events of all processes, as they come onto the streams. */
public interface SentEvents {

  /**
   * Hands on every event from now on, or from the one after the event that was seen last: those of
   * one aggregate in order, each once. While NATS cannot be reached they wait.
   *
   * @param last the id of that event; absent for from now on
   */
  Subscription follow(Optional<String> last, Follower follower);

  /** One who follows. */
  interface Follower {

    /** An event as it comes; must return at once. */
    void event(SentEvent event);

    /** Events that came before, page by page, and before any other; may take its time. */
    void past(List<SentEvent> events);

    /** What happens to the following itself, in words; must return at once. */
    void remark(String text);

    /** Nothing more comes: too much waits. Who comes back with the last id misses nothing. */
    void end();
  }

  /** Ends the following. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
