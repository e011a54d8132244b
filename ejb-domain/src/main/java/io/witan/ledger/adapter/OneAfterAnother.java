package io.witan.ledger.adapter;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does work in the order in which it comes, one piece at a time, on whatever threads there are; it
 * keeps none of its own while there is nothing to do.
 */
public final class OneAfterAnother implements Executor {
  private static final Logger LOG = Logger.getLogger(OneAfterAnother.class.getName());

  private final Executor threads;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  public OneAfterAnother(Executor threads) {
    this.threads = threads;
  }

  /** Returns at once, unless the threads are the caller's own. */
  @Override
  public void execute(Runnable work) {
    waiting.add(work);
    if (size.getAndIncrement() == 0) {
      threads.execute(this::drain);
    }
  }

  /** How many pieces wait or are worked on. */
  public int waiting() {
    return size.get();
  }

  private void drain() {
    do {
      run(waiting.remove());
    } while (size.decrementAndGet() > 0);
  }

  // What goes wrong in one piece must not keep the others from being done.
  @SuppressWarnings("CatchingUnchecked")
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "background work failed", failure);
    }
  }
}
