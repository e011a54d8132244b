package io.witan.executor;

import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The runner that {@code witan.runner} names, with guards around it; what the guards say is told in
 * the words of the port.
 */
@ApplicationScoped
public class ConfiguredTurnRunner implements TurnRunner {
  private static final Duration BREAKER_PAUSE = Duration.ofSeconds(5);

  private final GuardedTurns turns;

  protected ConfiguredTurnRunner() {
    this(null);
  }

  @Inject
  public ConfiguredTurnRunner(GuardedTurns turns) {
    this.turns = turns;
  }

  @Override
  public String name() {
    return turns.name();
  }

  @Override
  public String model() {
    return turns.model();
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    return turns.run(request).exceptionallyCompose(ConfiguredTurnRunner::translated);
  }

  private static CompletionStage<TurnResult> translated(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return CompletableFuture.failedFuture(translate(cause));
  }

  static Throwable translate(Throwable failure) {
    if (failure instanceof CircuitBreakerOpenException) {
      return new RunnerUnavailable(
          "too many calls have failed, the breaker is open", Optional.of(BREAKER_PAUSE), failure);
    }
    if (failure instanceof BulkheadException) {
      return new RunnerUnavailable("too many turns wait already", Optional.empty(), failure);
    }
    return failure instanceof TimeoutException
        ? new TurnTimedOut("the guard of the runner ended the call", failure)
        : failure;
  }
}
