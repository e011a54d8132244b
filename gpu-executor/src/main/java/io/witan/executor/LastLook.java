package io.witan.executor;

import io.witan.deliberation.port.RunnerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * How the runner was some seconds ago at most. Probes ask often, and what they ask must not become
 * a load of its own: there is one look at a time.
 */
final class LastLook {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Clock clock;
  private CompletionStage<RunnerState> last;
  private Instant at;

  LastLook(Clock clock) {
    this.clock = clock;
  }

  synchronized CompletionStage<RunnerState> or(Supplier<CompletionStage<RunnerState>> look) {
    Instant now = clock.instant();
    if (last == null || (last.toCompletableFuture().isDone() && !now.isBefore(at.plus(FRESH)))) {
      last = look.get();
      at = now;
    }
    return last;
  }
}
