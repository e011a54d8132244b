package io.witan.workflow.adapter;

import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Lease;
import io.witan.neo4j.Graph;
import io.witan.workflow.application.ExpireClaims;
import io.witan.workflow.application.TellBreaches;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at a steady pace for what is overdue: of all processes one, by a lease in the graph. Two at
 * once would do no harm, as each task is locked and looked at again. It is started once the schema
 * is there.
 */
@ApplicationScoped
public class DeadlinesJob {
  private static final Logger LOG = Logger.getLogger(DeadlinesJob.class.getName());
  private static final String LEASE = "workflow-deadlines";

  private final ExpireClaims expireClaims;
  private final TellBreaches tellBreaches;
  private final BackgroundThreads threads;
  private final Duration every;
  private final Lease lease;
  private Future<?> rounds;

  protected DeadlinesJob() {
    this.expireClaims = null;
    this.tellBreaches = null;
    this.threads = null;
    this.every = Duration.ZERO;
    this.lease = null;
  }

  @Inject
  public DeadlinesJob(
      Graph graph,
      ExpireClaims expireClaims,
      TellBreaches tellBreaches,
      BackgroundThreads threads,
      @ConfigProperty(name = "witan.workflow.deadlines.every") Duration every) {
    this.expireClaims = expireClaims;
    this.tellBreaches = tellBreaches;
    this.threads = threads;
    this.every = every;
    // Two rounds long, so that who keeps the pace keeps the lease.
    this.lease = new Lease(graph, LEASE, every.multipliedBy(2));
  }

  /** Starts; returns at once. A second start does nothing. */
  public synchronized void start() {
    if (rounds == null) {
      rounds =
          threads
              .scheduler()
              .scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Ends, and lets another process take over at once. */
  @PreDestroy
  public synchronized void stop() {
    if (rounds == null) {
      return;
    }
    rounds.cancel(false);
    try {
      lease.release();
    } catch (RuntimeException unreachable) {
      // Neo4j may be down, or what reaches it may have ended before.
      LOG.log(Level.INFO, "the lease is left to lapse: {0}", unreachable.getMessage());
    }
  }

  private void round() {
    try {
      if (lease.take()) {
        int given = expireClaims.expire();
        if (given > 0) {
          LOG.log(Level.INFO, "{0} tasks were given back: their claims ran out", given);
        }
        int late = tellBreaches.tell();
        if (late > 0) {
          LOG.log(Level.WARNING, "{0} tasks take longer than they may", late);
        }
      }
    } catch (RuntimeException failure) {
      // Thrown on, it would end the schedule; the next turn tries again.
      LOG.log(Level.WARNING, "deadlines could not be looked at: {0}", failure.getMessage());
      LOG.log(Level.FINE, "deadlines could not be looked at", failure);
    }
  }
}
