package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CleanupDeliberations;
import io.witan.deliberation.application.CleanupDeliberations.Cleaned;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.LeasedRounds;
import io.witan.neo4j.Graph;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cleans up collected tasks at a steady pace: of all processes one does, by a lease in the graph.
 * It is started once the schema is there.
 */
@ApplicationScoped
public class CleanupJob {
  private static final Logger LOG = Logger.getLogger(CleanupJob.class.getName());
  private static final String LEASE = "deliberation-cleanup";

  private final CleanupDeliberations cleanup;
  private final Duration patience;
  private final Duration keep;
  private final LeasedRounds rounds;

  protected CleanupJob() {
    this.cleanup = null;
    this.patience = null;
    this.keep = null;
    this.rounds = null;
  }

  @Inject
  public CleanupJob(
      Graph graph,
      CleanupDeliberations cleanup,
      BackgroundThreads threads,
      @ConfigProperty(name = "witan.deliberation.collected.every") Duration every,
      @ConfigProperty(name = "witan.deliberation.collected.timeout") Duration patience,
      @ConfigProperty(name = "witan.deliberation.collected.keep") Duration keep) {
    this.cleanup = cleanup;
    this.patience = patience;
    this.keep = keep;
    this.rounds = new LeasedRounds(graph, threads, LEASE, every);
  }

  /** Starts; returns at once. A second start does nothing. */
  public void start() {
    rounds.start(this::round);
  }

  /** Ends, and lets another process take over at once. */
  @PreDestroy
  public void stop() {
    if (rounds != null) {
      rounds.stop();
    }
  }

  private void round() {
    try {
      if (rounds.mine()) {
        Cleaned cleaned = cleanup.clean(patience, keep);
        if (!cleaned.timedOut().isEmpty()) {
          LOG.log(Level.WARNING, "tasks of agents from outside timed out: {0}", cleaned.timedOut());
        }
      }
    } catch (RuntimeException failure) {
      // Thrown on, it would end the schedule; the next turn tries again.
      LOG.log(Level.WARNING, "collected tasks could not be cleaned up", failure);
    }
  }
}
