package io.witan.nats.connector;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a loop to end, and lets it wait for that. */
final class StopSignal {

  private final CountDownLatch given = new CountDownLatch(1);

  void give() {
    given.countDown();
  }

  boolean isGiven() {
    return given.getCount() == 0;
  }

  /** Waits; true when the signal has been given. */
  boolean await(Duration patience) throws InterruptedException {
    return given.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
