package io.witan.nats.connector;

import static java.lang.System.Logger.Level.WARNING;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code ignore}: logs the failure and counts the message as done. */
final class IgnoreStrategy implements FailureStrategy {

  private static final System.Logger LOG = System.getLogger(IgnoreStrategy.class.getName());

  @Override
  public CompletionStage<Void> failed(Delivery delivery, Throwable reason, Settlement settlement) {
    LOG.log(WARNING, () -> delivery + " failed and is ignored", reason);
    settlement.done(delivery);
    return CompletableFuture.completedFuture(null);
  }
}
