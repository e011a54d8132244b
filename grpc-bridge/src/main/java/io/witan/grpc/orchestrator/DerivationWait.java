package io.witan.grpc.orchestrator;

import io.grpc.Context;
import io.grpc.Status;
import io.witan.planning.application.GetDerivation;
import io.witan.planning.application.GetDerivation.Found;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has a call wait until a council has cut a plan into tasks, in whichever process, as long as the
 * caller is there. Who gives up waiting does not end it.
 */
@Dependent
class DerivationWait {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final GetDerivation derivations;
  private final Clock clock;

  @Inject
  DerivationWait(GetDerivation derivations, Clock clock) {
    this.derivations = derivations;
    this.clock = clock;
  }

  /** How it ended; at once where nothing is waited for. */
  Outcome<Found> untilEnded(PlanId plan, Duration limit) {
    CountDownLatch left = new CountDownLatch(1);
    Context call = Context.current();
    Context.CancellationListener leaves = gone -> left.countDown();
    call.addListener(leaves, Runnable::run);
    try {
      return untilEnded(plan, clock.instant().plus(limit), left);
    } finally {
      call.removeListener(leaves);
    }
  }

  private Outcome<Found> untilEnded(PlanId plan, Instant end, CountDownLatch left) {
    Outcome<Found> seen = derivations.get(plan);
    while (seen.fold(DerivationWait::isOpen, gone -> false)) {
      if (!clock.instant().isBefore(end)) {
        throw Status.DEADLINE_EXCEEDED
            .withDescription("plan %s is still cut into tasks: ask again".formatted(plan))
            .asRuntimeException();
      }
      pause(left);
      seen = derivations.get(plan);
    }
    return seen;
  }

  private static boolean isOpen(Found found) {
    return found.derivation().filter(TaskDerivation::isOpen).isPresent();
  }

  private static void pause(CountDownLatch left) {
    try {
      if (left.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Status.CANCELLED.withDescription("the caller has gone").asRuntimeException();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Status.UNAVAILABLE
          .withDescription("the server stops")
          .withCause(stopped)
          .asRuntimeException();
    }
  }
}
