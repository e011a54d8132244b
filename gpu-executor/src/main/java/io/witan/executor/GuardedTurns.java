package io.witan.executor;

import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Guards every call of the runner: not too many at once, none for ever, and none for a while after
 * many have failed.
 *
 * <p>A call keeps its thread until the answer is there; guards that let it go take two of the
 * server's threads for each call instead. The time-out is a net above the deadline that every turn
 * has of its own. Each number can be set by {@code
 * io.witan.executor.GuardedTurns/run/<annotation>/<parameter>}.
 */
@ApplicationScoped
public class GuardedTurns {
  private final TurnRunner runner;

  protected GuardedTurns() {
    this.runner = null;
  }

  @Inject
  public GuardedTurns(RunnerSettings settings) {
    this(settings.runner());
  }

  GuardedTurns(TurnRunner runner) {
    this.runner = runner;
  }

  /**
   * Takes a turn, and waits for it; it may also end with the exceptions of the guards.
   *
   * @throws InterruptedException when nobody wants the answer any more; the call is given up
   */
  @Bulkhead(128)
  @Timeout(value = 10, unit = ChronoUnit.MINUTES)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.75,
      delay = 5,
      delayUnit = ChronoUnit.SECONDS,
      successThreshold = 2,
      failOn = RunnerUnavailable.class)
  public TurnResult run(TurnRequest request) throws InterruptedException {
    CompletableFuture<TurnResult> turn = runner.run(request).toCompletableFuture();
    try {
      return turn.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof TurnFailure known
          ? known
          : new CompletionException(failed.getCause());
    } finally {
      // Without effect on one that has ended.
      turn.cancel(true);
    }
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
