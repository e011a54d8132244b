package io.witan.executor.ray;

import java.time.Duration;
import java.util.OptionalLong;

/** How long one that fails is tried again: from its first failure on. */
final class Patience {
  private final Duration most;
  private OptionalLong since = OptionalLong.empty();

  Patience(Duration most) {
    this.most = most;
  }

  /** It has failed once more; whether that was the last time. */
  synchronized boolean endsWithThis() {
    long now = System.nanoTime();
    if (since.isEmpty()) {
      since = OptionalLong.of(now);
    }
    return now - since.getAsLong() >= most.toNanos();
  }
}
