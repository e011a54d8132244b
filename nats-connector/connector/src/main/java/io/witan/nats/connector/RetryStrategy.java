package io.witan.nats.connector;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code retry}: tries again for ever, with growing waits. */
final class RetryStrategy implements FailureStrategy {

  private static final System.Logger LOG = System.getLogger(RetryStrategy.class.getName());

  private final Backoff backoff;

  RetryStrategy(Backoff backoff) {
    this.backoff = backoff;
  }

  @Override
  public CompletionStage<Void> failed(Delivery delivery, Throwable reason, Settlement settlement) {
    Duration wait = backoff.after(delivery.attempt());
    LOG.log(
        WARNING,
        () ->
            "%s failed at try %d (%s), again in %s"
                .formatted(delivery, delivery.attempt(), reason, wait),
        delivery.attempt() == 1 ? reason : null);
    settlement.again(delivery, wait);
    return CompletableFuture.completedFuture(null);
  }
}
