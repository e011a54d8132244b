package io.witan.grpc.orchestrator;

import io.grpc.Context;
import io.grpc.Status;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Waits for a deliberation that is driven elsewhere, perhaps in another process: looks at it again
 * when this process has changed it, and in any case after a pause. Who gives up waiting does not
 * end the deliberation.
 */
@Dependent
class Patience {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final GetDeliberation deliberations;
  private final Doorbell doorbell;
  private final Clock clock;

  @Inject
  Patience(GetDeliberation deliberations, Doorbell doorbell, Clock clock) {
    this.deliberations = deliberations;
    this.doorbell = doorbell;
    this.clock = clock;
  }

  Outcome<Deliberation> untilEnded(Deliberation started, Duration limit) {
    return watching(started, limit, seen -> {});
  }

  /** Waits likewise, and shows what is seen meanwhile, the beginning and the end included. */
  Outcome<Deliberation> watching(
      Deliberation started, Duration limit, Consumer<Deliberation> watcher) {
    Instant end = clock.instant().plus(limit);
    try (Doorbell.Waiter bell = doorbell.at(started.id())) {
      Duration pause = FIRST_PAUSE;
      Outcome<Deliberation> seen = Outcome.done(started).onDone(watcher);
      while (isOpen(seen)) {
        mustStillWait(started, end);
        pause = isRung(bell, pause) ? FIRST_PAUSE : longer(pause);
        seen = deliberations.get(started.id()).onDone(watcher);
      }
      return seen;
    }
  }

  private static boolean isOpen(Outcome<Deliberation> seen) {
    return seen.fold(Deliberation::isOpen, gone -> false);
  }

  private void mustStillWait(Deliberation started, Instant end) {
    if (Context.current().isCancelled()) {
      throw Status.CANCELLED.withDescription("the caller has gone").asRuntimeException();
    }
    if (!clock.instant().isBefore(end)) {
      throw Status.DEADLINE_EXCEEDED
          .withDescription(
              "deliberation %s still runs: ask for it with GetDeliberationResult"
                  .formatted(started.id()))
          .asRuntimeException();
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static boolean isRung(Doorbell.Waiter bell, Duration pause) {
    try {
      return bell.await(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Status.UNAVAILABLE.withDescription("the server stops").asRuntimeException();
    }
  }
}
