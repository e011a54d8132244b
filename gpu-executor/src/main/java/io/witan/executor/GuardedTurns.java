package io.witan.executor;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Guards every call of the runner: not too many at once, none for ever, and none for a while after
 * many have failed.
 *
 * <p>A call keeps its thread until the answer is there; guards that let it go take two of the
 * server's threads for each call instead. It ends shortly after the deadline of its turn, should
 * the runner not end it. This is not left to MicroProfile's time-out, which in Payara keeps each
 * call in memory until the time is over, however soon it was answered. Each number of the guards
 * can be set by {@code io.witan.executor.GuardedTurns/run/<annotation>/<parameter>}.
 */
@ApplicationScoped
public class GuardedTurns {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final TurnRunner runner;
  private final Clock clock;
  private final Duration grace;
  private final LastLook lastLook;

  protected GuardedTurns() {
    this(null, null, Duration.ZERO);
  }

  @Inject
  public GuardedTurns(RunnerSettings settings, Clock clock) {
    this(settings.runner(), clock, GRACE);
  }

  /** With a grace: how long after its deadline a runner may still answer. */
  GuardedTurns(TurnRunner runner, Clock clock, Duration grace) {
    this.runner = runner;
    this.clock = clock;
    this.grace = grace;
    this.lastLook = new LastLook(clock);
  }

  /**
   * Takes a turn, and waits for it; it may also end with the exceptions of the guards.
   *
   * @throws InterruptedException when nobody wants the answer any more; the call is given up
   */
  @Bulkhead(128)
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
      return turn.get(patience(request).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new TurnTimedOut("the guard of the runner ended the call", late);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof TurnFailure known
          ? known
          : new CompletionException(failed.getCause());
    } finally {
      // Without effect on one that has ended.
      turn.cancel(true);
    }
  }

  private Duration patience(TurnRequest request) {
    return Duration.between(clock.instant(), request.deadline()).plus(grace);
  }

  /** Its name, without a guard. */
  public String name() {
    return runner.name();
  }

  /** How the runner is, some seconds ago at most; without a guard. */
  public CompletionStage<RunnerState> look() {
    return lastLook.or(runner::look);
  }

  /** Its model, without a guard. */
  public String model() {
    return runner.model();
  }

  /** Whether it calls the addresses of agents, without a guard. */
  public boolean callsAddresses() {
    return runner.callsAddresses();
  }
}
