package io.witan.nats.connector;

import java.time.Duration;
import java.util.List;

/**
 * The waits between tries.
 *
 * @param waits before the second, third, ... try; the last one repeats
 */
record Backoff(List<Duration> waits) {

  Backoff {
    waits = List.copyOf(waits);
    if (waits.isEmpty()) {
      throw new IllegalArgumentException("a backoff needs at least one wait");
    }
  }

  /** The wait after a try, counted from 1, has failed. */
  Duration after(int attempt) {
    return waits.get(Math.min(Math.max(attempt, 1), waits.size()) - 1);
  }

  Duration longest() {
    return waits.get(waits.size() - 1);
  }
}
