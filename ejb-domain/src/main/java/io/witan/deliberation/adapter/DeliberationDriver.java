package io.witan.deliberation.adapter;

import io.witan.deliberation.application.ResumeDeliberations;
import io.witan.deliberation.application.RunDeliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.ledger.adapter.Committed;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Drives deliberations in the background: new ones right after their commit, those that a process
 * left behind when its lease runs out.
 */
@ApplicationScoped
public class DeliberationDriver {
  private static final Logger LOG = Logger.getLogger(DeliberationDriver.class.getName());
  private static final long ROUND_SECONDS = 3;
  private static final Set<String> BEGINNINGS =
      Set.of("deliberation.started", "deliberation.fork.started");

  private final RunDeliberation run;
  private final ResumeDeliberations resume;
  private final DrivingLeases leases;
  private final int concurrent;
  private final ManagedExecutorService executor;
  private final ManagedScheduledExecutorService scheduler;

  private DrivingPool pool;
  private ScheduledFuture<?> rounds;

  protected DeliberationDriver() {
    this(null, null, null, 0, null, null);
  }

  /** At most {@code concurrent} deliberations are driven at once by this process. */
  @Inject
  public DeliberationDriver(
      RunDeliberation run,
      ResumeDeliberations resume,
      DrivingLeases leases,
      @ConfigProperty(name = "witan.deliberation.concurrent") int concurrent,
      ManagedExecutorService executor,
      ManagedScheduledExecutorService scheduler) {
    this.executor = executor;
    this.scheduler = scheduler;
    this.run = run;
    this.resume = resume;
    this.leases = leases;
    this.concurrent = concurrent;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    pool = new DrivingPool(run::run, executor, concurrent);
    rounds = scheduler.scheduleWithFixedDelay(this::round, 1, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(false);
      pool.close();
    }
  }

  void started(@Observes Committed committed) {
    committed.messages().stream()
        .filter(message -> BEGINNINGS.contains(message.subject()))
        .map(message -> new DeliberationId(message.aggregate().id()))
        .forEach(id -> pool.offer(id));
  }

  /** Keeps what is driven here, and takes over what nobody drives. */
  private void round() {
    try {
      leases.renew(pool.driven());
      if (pool.hasRoom()) {
        resume.resume(concurrent, pool::offer);
      }
    } catch (RuntimeException failure) {
      // An exception would end the rounds for good; the next one tries the same again.
      LOG.log(Level.WARNING, "a round of deliberations failed: " + failure.getMessage(), failure);
    }
  }
}
