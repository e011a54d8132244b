package io.witan.executor;

import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Guards every call of the runner: not too many at once, none for ever, and none for a while after
 * many have failed.
 *
 * <p>The time-out is a net above the deadline that every turn has of its own. Each number can be
 * set by {@code io.witan.executor.GuardedTurns/run/<annotation>/<parameter>}.
 */
@ApplicationScoped
public class GuardedTurns {
  private final TurnRunner runner;

  protected GuardedTurns() {
    this.runner = null;
  }

  @Inject
  public GuardedTurns(RunnerSettings settings) {
    this.runner = settings.runner();
  }

  /** Takes a turn; it may also end with the exceptions of the guards. */
  @Asynchronous
  @Bulkhead(value = 64, waitingTaskQueue = 1024)
  @Timeout(value = 10, unit = ChronoUnit.MINUTES)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.75,
      delay = 5,
      delayUnit = ChronoUnit.SECONDS,
      successThreshold = 2,
      failOn = RunnerUnavailable.class)
  public CompletionStage<TurnResult> run(TurnRequest request) {
    return runner.run(request);
  }

  /** Its name, without a guard. */
  public String name() {
    return runner.name();
  }

  /** Its model, without a guard. */
  public String model() {
    return runner.model();
  }
}
