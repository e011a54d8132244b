package io.witan.nats.connector;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code dead-letter}: tries a number of times with growing waits, then stores the message with the
 * reason in the dead-letter stream and gives it up. Where it cannot be stored it comes again later.
 */
final class DeadLetterStrategy implements FailureStrategy {

  private static final System.Logger LOG = System.getLogger(DeadLetterStrategy.class.getName());
  private static final int REASONS_KEPT = 1_000;

  private final int maxDeliver;
  private final Backoff backoff;
  private final DeadLetters deadLetters;
  private final RetryStrategy retry;
  private final Recent<Delivery.Identity, Throwable> reasons = new Recent<>(REASONS_KEPT);

  DeadLetterStrategy(int maxDeliver, Backoff backoff, DeadLetters deadLetters) {
    this.maxDeliver = maxDeliver;
    this.backoff = backoff;
    this.deadLetters = deadLetters;
    this.retry = new RetryStrategy(backoff);
  }

  @Override
  public boolean isExhausted(Delivery delivery) {
    return delivery.attempt() > maxDeliver;
  }

  @Override
  public CompletionStage<Void> failed(Delivery delivery, Throwable reason, Settlement settlement) {
    if (delivery.attempt() < maxDeliver) {
      return retry.failed(delivery, reason, settlement);
    }
    Throwable first = reasons.get(delivery.identity()).orElse(reason);
    return deadLetters
        .store(delivery, first)
        .handle((stored, error) -> error)
        .thenCompose(error -> settle(delivery, first, error, settlement));
  }

  private CompletionStage<Void> settle(
      Delivery delivery, Throwable reason, Throwable error, Settlement settlement) {
    if (error == null) {
      LOG.log(WARNING, () -> delivery + " is stored as a dead letter", reason);
      reasons.forget(delivery.identity());
      settlement.giveUp(delivery);
    } else {
      LOG.log(
          ERROR,
          () ->
              "%s failed (%s) and cannot be stored as a dead letter, again in %s"
                  .formatted(delivery, reason, backoff.longest()),
          error);
      reasons.put(delivery.identity(), reason);
      settlement.again(delivery, backoff.longest());
    }
    return CompletableFuture.completedFuture(null);
  }
}
