package io.witan.workflow.adapter;

import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.LeasedJob;
import io.witan.neo4j.Graph;
import io.witan.workflow.application.ExpireClaims;
import io.witan.workflow.application.TellBreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at a steady pace for what is overdue: of all processes one, by a lease in the graph. Two at
 * once would do no harm, as each task is locked and looked at again. It is started once the schema
 * is there.
 */
@ApplicationScoped
public class DeadlinesJob extends LeasedJob {
  private static final Logger LOG = Logger.getLogger(DeadlinesJob.class.getName());
  private static final String LEASE = "workflow-deadlines";

  private final ExpireClaims expireClaims;
  private final TellBreaches tellBreaches;

  protected DeadlinesJob() {
    this.expireClaims = null;
    this.tellBreaches = null;
  }

  @Inject
  public DeadlinesJob(
      Graph graph,
      ExpireClaims expireClaims,
      TellBreaches tellBreaches,
      BackgroundThreads threads,
      @ConfigProperty(name = "witan.workflow.deadlines.every") Duration every) {
    super(graph, threads, LEASE, every);
    this.expireClaims = expireClaims;
    this.tellBreaches = tellBreaches;
  }

  @Override
  protected void round() {
    try {
      if (isMine()) {
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
