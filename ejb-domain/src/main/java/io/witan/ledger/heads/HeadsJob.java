package io.witan.ledger.heads;

import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.LeasedJob;
import io.witan.neo4j.Graph;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Exports heads at a steady pace: of all processes one signs, by a lease in the graph, and each
 * keeps a file. It is started once the schema is there.
 */
@ApplicationScoped
public class HeadsJob extends LeasedJob {
  private static final Logger LOG = Logger.getLogger(HeadsJob.class.getName());
  private static final String LEASE = "audit-heads";

  private final HeadsExport export;
  private volatile String problem = "";

  protected HeadsJob() {
    this.export = null;
  }

  @Inject
  HeadsJob(
      Graph graph,
      HeadsExport export,
      BackgroundThreads threads,
      @ConfigProperty(name = "witan.audit.heads.every") Duration every) {
    super(graph, threads, LEASE, every);
    this.export = export;
  }

  @Override
  protected void round() {
    try {
      Outcome<Integer> signed = isMine() ? sign() : Outcome.done(0);
      export.copy();
      problem = signed.fold(many -> well(), refusal -> failed(refusal.message()));
    } catch (IOException | RuntimeException failure) {
      // Thrown on, it would end the schedule; the next turn tries again.
      problem = failed(failure.toString());
      LOG.log(Level.FINE, "heads were not exported", failure);
    }
  }

  private Outcome<Integer> sign() throws IOException {
    int restored = export.restore();
    if (restored > 0) {
      LOG.log(
          Level.SEVERE,
          "{0} batches of signed heads were in the export file and not in the graph: it was set"
              + " back; ./witan audit --verify names what it lost",
          restored);
    }
    return export.sign();
  }

  private String failed(String now) {
    if (!now.equals(problem)) {
      LOG.log(Level.WARNING, "heads of audit chains wait to be exported: {0}", now);
    }
    return now;
  }

  private String well() {
    if (!problem.isEmpty()) {
      LOG.info("heads of audit chains are exported again");
    }
    return "";
  }
}
