package io.witan.ledger.relay;

import io.nats.client.JetStreamApiException;
import io.witan.ledger.adapter.BackgroundThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the process that sends does beside sending, on a schedule: reconcile and tidy up. */
@ApplicationScoped
public class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());

  private final Reconciler reconciler;
  private final Housekeeping housekeeping;
  private final RelaySettings settings;
  private final BackgroundThreads threads;
  private final List<Future<?>> jobs = new ArrayList<>();
  private Runnable reconciliation = () -> {};

  protected Upkeep() {
    this(null, null, null, null);
  }

  @Inject
  public Upkeep(
      Reconciler reconciler,
      Housekeeping housekeeping,
      RelaySettings settings,
      BackgroundThreads threads) {
    this.reconciler = reconciler;
    this.housekeeping = housekeeping;
    this.settings = settings;
    this.threads = threads;
  }

  /**
   * Starts the schedule.
   *
   * @param active whether this process is the one that sends
   * @param onMissing told when something is to be sent again
   */
  public synchronized void start(BooleanSupplier active, Runnable onMissing) {
    ScheduledExecutorService scheduler = threads.scheduler();
    reconciliation = () -> reconcile(active, onMissing);
    jobs.add(every(scheduler, settings.reconcile(), reconciliation));
    jobs.add(every(scheduler, housekeeping.pace(), () -> tidyUp(active)));
  }

  /** Compares out of turn, once what waited has had time to go. */
  public synchronized void reconcileSoon() {
    if (!jobs.isEmpty()) {
      Future<?> unused =
          threads
              .scheduler()
              .schedule(reconciliation, settings.lease().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  public synchronized void stop() {
    jobs.forEach(job -> job.cancel(false));
    jobs.clear();
  }

  private static Future<?> every(ScheduledExecutorService scheduler, Duration pause, Runnable job) {
    return scheduler.scheduleWithFixedDelay(
        job, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void reconcile(BooleanSupplier active, Runnable onMissing) {
    try {
      if (active.getAsBoolean()) {
        reconciler
            .reconcile()
            .filter(report -> report.missing() > 0)
            .ifPresent(
                report -> {
                  LOG.log(Level.WARNING, "sent again, as NATS lost them: {0}", report);
                  onMissing.run();
                });
      }
    } catch (IOException | JetStreamApiException | RuntimeException failure) {
      // Thrown on, it would end the schedule; the next turn tries again.
      LOG.log(Level.WARNING, "graph and streams could not be compared", failure);
    }
  }

  private void tidyUp(BooleanSupplier active) {
    try {
      if (active.getAsBoolean()) {
        Housekeeping.Removed removed = housekeeping.tidyUp();
        LOG.log(Level.FINE, "removed: {0}", removed);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "what is no longer needed could not be removed", failure);
    }
  }
}
