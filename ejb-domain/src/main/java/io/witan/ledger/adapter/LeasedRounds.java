package io.witan.ledger.adapter;

import io.witan.neo4j.Graph;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work at a steady pace that of all processes one does, by a lease in the graph. The lease is two
 * rounds long, so that who keeps the pace keeps the lease.
 */
final class LeasedRounds {
  private static final Logger LOG = Logger.getLogger(LeasedRounds.class.getName());

  private final BackgroundThreads threads;
  private final Duration every;
  private final Lease lease;
  private final String name;
  private Future<?> rounds;

  /**
   * Rounds under the lease of this name.
   *
   * @param every from the end of one round to the beginning of the next
   */
  LeasedRounds(Graph graph, BackgroundThreads threads, String name, Duration every) {
    this.threads = threads;
    this.every = every;
    this.name = name;
    this.lease = new Lease(graph, name, every.multipliedBy(2));
  }

  /**
   * Starts; returns at once. A second start does nothing.
   *
   * @param round catches whatever goes wrong in it: what it throws ends the rounds
   */
  synchronized void start(Runnable round) {
    if (rounds == null) {
      rounds =
          threads
              .scheduler()
              .scheduleWithFixedDelay(round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Whether it is this process's turn. */
  boolean mine() {
    return lease.take();
  }

  /** Ends, and lets another process take over at once. */
  synchronized void stop() {
    if (rounds == null) {
      return;
    }
    rounds.cancel(false);
    try {
      lease.release();
    } catch (RuntimeException unreachable) {
      // Neo4j may be down, or what reaches it may have ended before.
      LOG.log(
          Level.INFO,
          "the lease {0} is left to lapse: {1}",
          new Object[] {name, unreachable.getMessage()});
    }
  }
}
