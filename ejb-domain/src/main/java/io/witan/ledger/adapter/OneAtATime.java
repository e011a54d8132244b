package io.witan.ledger.adapter;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a task when asked, never twice at once; asked while it runs, it runs once more. */
public final class OneAtATime {
  private static final Logger LOG = Logger.getLogger(OneAtATime.class.getName());

  private final Executor executor;
  private final Runnable task;
  private final AtomicInteger asked = new AtomicInteger();

  /** Runs the task on the executor. */
  public OneAtATime(Executor executor, Runnable task) {
    this.executor = executor;
    this.task = task;
  }

  /** Returns at once. */
  public void ask() {
    if (asked.getAndIncrement() > 0) {
      return;
    }
    try {
      executor.execute(this::runWhileAsked);
    } catch (RejectedExecutionException stopping) {
      asked.set(0);
      LOG.log(Level.FINE, "asked while the process stops", stopping);
    }
  }

  private void runWhileAsked() {
    int answered;
    do {
      answered = asked.get();
      task.run();
    } while (asked.addAndGet(-answered) > 0);
  }
}
