package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CleanupDeliberations;
import io.witan.deliberation.application.CleanupDeliberations.Cleaned;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.LeasedJob;
import io.witan.neo4j.Graph;
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
public class CleanupJob extends LeasedJob {
  private static final Logger LOG = Logger.getLogger(CleanupJob.class.getName());
  private static final String LEASE = "deliberation-cleanup";

  private final CleanupDeliberations cleanup;
  private final Duration patience;
  private final Duration keep;

  protected CleanupJob() {
    this.cleanup = null;
    this.patience = null;
    this.keep = null;
  }

  @Inject
  public CleanupJob(
      Graph graph,
      CleanupDeliberations cleanup,
      BackgroundThreads threads,
      @ConfigProperty(name = "witan.deliberation.collected.every") Duration every,
      @ConfigProperty(name = "witan.deliberation.collected.timeout") Duration patience,
      @ConfigProperty(name = "witan.deliberation.collected.keep") Duration keep) {
    super(graph, threads, LEASE, every);
    this.cleanup = cleanup;
    this.patience = patience;
    this.keep = keep;
  }

  @Override
  protected void round() {
    try {
      if (isMine()) {
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
