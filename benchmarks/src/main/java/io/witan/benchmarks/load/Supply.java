package io.witan.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Things that calls use up, such as tasks that nobody has begun. It is filled between turns with
 * twice as many as the fastest turn so far would take; when it runs out all the same, one is made
 * on the spot.
 */
public final class Supply {
  private static final double AMPLE = 2;
  private static final int AT_ONCE = 5;
  private final IntFunction<List<String>> maker;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger taken = new AtomicInteger();
  private Duration lastTurn = Duration.ZERO;
  private double fastest;

  /**
   * An empty one.
   *
   * @param maker makes so many, or some more, and answers their ids
   */
  public Supply(IntFunction<List<String>> maker) {
    this.maker = maker;
  }

  /** Makes ready what a turn of so many clients takes. */
  public void fill(int clients, Duration turn) {
    if (!lastTurn.isZero()) {
      fastest = Math.max(fastest, taken.get() / seconds(lastTurn));
    }
    taken.set(0);
    lastTurn = turn;
    int missing = clients + (int) Math.ceil(AMPLE * fastest * seconds(turn)) - waiting.size();
    if (missing > 0) {
      waiting.addAll(maker.apply(missing));
    }
  }

  /** One that nobody else gets. */
  public String next() {
    taken.incrementAndGet();
    String one = waiting.poll();
    while (one == null) {
      waiting.addAll(maker.apply(AT_ONCE));
      one = waiting.poll();
    }
    return one;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
