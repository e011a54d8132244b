package io.witan.web.live;

import java.util.function.Consumer;

/** Where live events come from. */
interface EventFeed {

  /**
   * Sends every event from now on to the listener, in the order of their commits.
   *
   * @param listener must return at once; it is called in the thread that committed
   */
  Subscription subscribe(Consumer<LiveEvent> listener);

  /** Ends the sending. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
