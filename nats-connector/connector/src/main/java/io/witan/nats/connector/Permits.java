package io.witan.nats.connector;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many more messages a channel may take. */
final class Permits {

  private final Semaphore free;

  Permits(int total) {
    this.free = new Semaphore(total);
  }

  /** Takes as many as there are, one at least if one comes free in time; 0 if not. */
  int takeUpTo(int most, Duration patience) throws InterruptedException {
    if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return 0;
    }
    int more = Math.min(most - 1, free.availablePermits());
    while (more > 0 && !free.tryAcquire(more)) {
      more--;
    }
    return 1 + Math.max(more, 0);
  }

  void giveBack(int permits) {
    free.release(permits);
  }
}
