package io.witan.benchmarks.workflow;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tasks that nobody has begun. It is filled between turns with twice as many as the fastest turn so
 * far would take; when it runs out all the same, a task is made on the spot.
 */
final class Supply {
  private static final double AMPLE = 2;
  private static final int AT_ONCE = 5;
  private final Gates gates;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger taken = new AtomicInteger();
  private Duration lastTurn = Duration.ZERO;
  private double fastest;

  Supply(Gates gates) {
    this.gates = gates;
  }

  /** Makes ready what a turn of so many clients takes. */
  void fill(int clients, Duration turn) {
    if (!lastTurn.isZero()) {
      fastest = Math.max(fastest, taken.get() / seconds(lastTurn));
    }
    taken.set(0);
    lastTurn = turn;
    int missing = clients + (int) Math.ceil(AMPLE * fastest * seconds(turn)) - waiting.size();
    if (missing > 0) {
      waiting.addAll(gates.begin(missing));
    }
  }

  /** A task that nobody else gets. */
  String next() {
    taken.incrementAndGet();
    String task = waiting.poll();
    while (task == null) {
      waiting.addAll(gates.begin(AT_ONCE));
      task = waiting.poll();
    }
    return task;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
