package io.witan.executor;

import io.witan.deliberation.port.RunnerState;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at the clusters of the runner {@code ray} from time to time, so that what {@code /metrics}
 * tells of them is fresh, and is told without asking them.
 */
@ApplicationScoped
public class ClusterLooks {
  private static final Logger LOG = Logger.getLogger(ClusterLooks.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final RunnerKind kind;
  private final GuardedTurns turns;
  private final ScheduledExecutorService scheduler;
  private final Duration every;
  private Optional<Future<?>> looks = Optional.empty();

  protected ClusterLooks() {
    this(null, null, null, Duration.ZERO);
  }

  @Inject
  public ClusterLooks(
      @ConfigProperty(name = "witan.runner") RunnerKind kind,
      GuardedTurns turns,
      ManagedScheduledExecutorService scheduler) {
    this(kind, turns, scheduler, EVERY);
  }

  ClusterLooks(
      RunnerKind kind, GuardedTurns turns, ScheduledExecutorService scheduler, Duration every) {
    this.kind = kind;
    this.turns = turns;
    this.scheduler = scheduler;
    this.every = every;
  }

  synchronized void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    if (kind == RunnerKind.RAY) {
      looks =
          Optional.of(
              scheduler.scheduleWithFixedDelay(
                  this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  /** What it throws would end the looks. */
  private void look() {
    try {
      CompletionStage<RunnerState> unused =
          turns.look().whenComplete((state, failure) -> failed(failure));
    } catch (RuntimeException failure) {
      failed(failure);
    }
  }

  private static void failed(Throwable failure) {
    if (failure != null) {
      LOG.log(Level.WARNING, "the clusters could not be looked at", failure);
    }
  }

  @PreDestroy
  synchronized void end() {
    looks.ifPresent(each -> each.cancel(false));
  }
}
