package io.witan.benchmarks.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition by looking again and again. */
public final class Watched {
  private static final long PAUSE_MILLIS = 10;

  private Watched() {}

  /**
   * Returns once it holds.
   *
   * @throws IllegalStateException when it does not in time
   */
  public static void until(String what, Duration most, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + ": not after " + most.toSeconds() + " s");
      }
      pause();
    }
  }

  static void pause() throws InterruptedException {
    Thread.sleep(PAUSE_MILLIS);
  }
}
