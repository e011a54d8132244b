package io.witan.grpc.deliberation;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.deliberation.adapter.DeliberationWatch;
import io.witan.deliberation.adapter.DeliberationWatch.Watching;
import io.witan.deliberation.domain.Deliberation;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Has a call wait for a deliberation, as long as it may and the caller is there. Who gives up
 * waiting does not end the deliberation.
 */
@Dependent
public class Patience {
  private final DeliberationWatch watch;

  @Inject
  public Patience(DeliberationWatch watch) {
    this.watch = watch;
  }

  /**
   * Waits, and shows what is seen meanwhile, the beginning and the end included.
   *
   * @throws StatusRuntimeException DEADLINE_EXCEEDED when the limit is reached, CANCELLED when the
   *     caller has gone, UNAVAILABLE when the server stops
   */
  public Outcome<Deliberation> watching(
      Deliberation started, Duration limit, Consumer<Deliberation> watcher) {
    Watching watching = watch.follow(started.id(), watcher);
    Context call = Context.current();
    Context.CancellationListener leaves = gone -> watching.close();
    call.addListener(leaves, Runnable::run);
    try {
      return end(started, watching, limit);
    } finally {
      call.removeListener(leaves);
      watching.close();
    }
  }

  private static Outcome<Deliberation> end(
      Deliberation started, Watching watching, Duration limit) {
    try {
      return watching.end().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw Status.DEADLINE_EXCEEDED
          .withDescription(
              "deliberation %s still runs: ask for it with GetDeliberationResult"
                  .formatted(started.id()))
          .withCause(late)
          .asRuntimeException();
    } catch (CancellationException left) {
      throw Status.CANCELLED
          .withDescription("the caller has gone")
          .withCause(left)
          .asRuntimeException();
    } catch (ExecutionException broken) {
      throw broken.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Status.UNAVAILABLE
          .withDescription("the server stops")
          .withCause(stopped)
          .asRuntimeException();
    }
  }
}
