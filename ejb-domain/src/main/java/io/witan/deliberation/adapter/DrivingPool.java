package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.DeliberationId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Drives up to so many deliberations at once; the others wait their turn, each only once. */
final class DrivingPool {
  private static final Logger LOG = Logger.getLogger(DrivingPool.class.getName());

  /** Drives one to its end. */
  @FunctionalInterface
  interface Drive {
    void run(DeliberationId id) throws InterruptedException;
  }

  private final Drive drive;
  private final Executor executor;
  private final int most;
  private final Queue<DeliberationId> waiting = new ArrayDeque<>();
  private final Set<DeliberationId> queued = new HashSet<>();
  private final Set<DeliberationId> driven = new LinkedHashSet<>();
  private boolean closed;

  DrivingPool(Drive drive, Executor executor, int most) {
    this.drive = drive;
    this.executor = executor;
    this.most = most;
  }

  /** Takes one in, unless it is in already. */
  synchronized void offer(DeliberationId id) {
    if (!closed && !driven.contains(id) && queued.add(id)) {
      waiting.add(id);
      startNext();
    }
  }

  /** Those that are driven now. */
  synchronized Set<DeliberationId> driven() {
    return Set.copyOf(driven);
  }

  /** Whether one more could be driven at once. */
  synchronized boolean hasRoom() {
    return !closed && driven.size() < most;
  }

  /** Takes no more in; what waits is left to others. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    queued.clear();
  }

  private void startNext() {
    DeliberationId next = driven.size() < most ? waiting.poll() : null;
    if (next != null) {
      queued.remove(next);
      driven.add(next);
      execute(next);
    }
  }

  private void execute(DeliberationId id) {
    try {
      executor.execute(() -> driveToTheEnd(id));
    } catch (RejectedExecutionException full) {
      driven.remove(id);
      LOG.log(Level.WARNING, "deliberation " + id + " waits: no thread to drive it", full);
    }
  }

  /** A failed drive loses nothing: what was recorded stays, and somebody goes on with it later. */
  private void driveToTheEnd(DeliberationId id) {
    try {
      drive.run(id);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "deliberation " + id + " stopped and will be resumed", failure);
    } finally {
      finished(id);
    }
  }

  private synchronized void finished(DeliberationId id) {
    driven.remove(id);
    startNext();
  }
}
