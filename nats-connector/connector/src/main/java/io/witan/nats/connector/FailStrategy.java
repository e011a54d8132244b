package io.witan.nats.connector;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code fail}: ends the channel and leaves the message on the stream. */
final class FailStrategy implements FailureStrategy {

  @Override
  public CompletionStage<Void> failed(Delivery delivery, Throwable reason, Settlement settlement) {
    settlement.stop(delivery, reason);
    return CompletableFuture.completedFuture(null);
  }
}
