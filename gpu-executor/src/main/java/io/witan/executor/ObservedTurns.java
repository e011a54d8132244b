package io.witan.executor;

import io.opentelemetry.api.trace.Span;
import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.platform.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * The guarded turns as those see them who run Witan: each attempt has a span and is counted, also
 * one that a guard refuses. What the guards say is told in the words of the port.
 */
@ApplicationScoped
public class ObservedTurns {
  private static final Duration BREAKER_PAUSE = Duration.ofSeconds(5);

  private final GuardedTurns turns;
  private final TurnSpans spans;
  private final TurnMetrics metrics;
  private final Clock clock;

  protected ObservedTurns() {
    this(null, null, null, null);
  }

  @Inject
  public ObservedTurns(GuardedTurns turns, TurnSpans spans, TurnMetrics metrics, Clock clock) {
    this.turns = turns;
    this.spans = spans;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Takes a turn, and waits for it. The runner is asked from within the span.
   *
   * @throws io.witan.deliberation.port.TurnFailure when there is no answer
   * @throws InterruptedException when nobody wants the answer any more
   */
  // Whatever ends a turn is told, and thrown on.
  @SuppressWarnings("CatchingUnchecked")
  TurnResult run(TurnRequest request) throws InterruptedException {
    Span span = spans.begin(request, name());
    Instant begun = clock.instant();
    try {
      TurnResult result = turns.run(request.below(Spans.place(span).or(request::trace)));
      spans.answered(span, result);
      metrics.answered(name(), result, since(begun));
      return result;
    } catch (InterruptedException givenUp) {
      failed(span, givenUp, begun);
      throw givenUp;
    } catch (RuntimeException failure) {
      RuntimeException told = translate(failure);
      failed(span, told, begun);
      throw told;
    }
  }

  private void failed(Span span, Exception failure, Instant begun) {
    spans.failed(span, failure);
    metrics.failed(name(), failure, since(begun));
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, clock.instant());
  }

  String name() {
    return turns.name();
  }

  String model() {
    return turns.model();
  }

  boolean callsAddresses() {
    return turns.callsAddresses();
  }

  CompletionStage<RunnerState> look() {
    return turns.look();
  }

  static RuntimeException translate(RuntimeException failure) {
    if (failure instanceof CircuitBreakerOpenException) {
      return new RunnerUnavailable(
          "too many calls have failed, the breaker is open", Optional.of(BREAKER_PAUSE), failure);
    }
    if (failure instanceof BulkheadException) {
      return new RunnerUnavailable(
          "as many turns as are allowed at once are under way", Optional.empty(), failure);
    }
    return failure instanceof CompletionException
            && failure.getCause() instanceof RuntimeException cause
        ? cause
        : failure;
  }
}
