package io.witan.nats.connector;

import java.time.Duration;

/** What can become of a delivery that failed; a {@link FailureStrategy} calls exactly one. */
interface Settlement {

  /** Counts as done. */
  void done(Delivery delivery);

  /** Comes again after a wait. */
  void again(Delivery delivery, Duration wait);

  /** Is given up; it has been stored elsewhere. */
  void giveUp(Delivery delivery);

  /** Stays where it is, and the channel ends. */
  void stop(Delivery delivery, Throwable reason);
}
