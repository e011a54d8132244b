package io.witan.nats.connector;

import java.util.concurrent.CompletionStage;

/** Decides what happens to a delivery that its handler failed. */
interface FailureStrategy {

  /** True for a delivery that has had its tries: it goes to {@link #failed} and to no handler. */
  default boolean isExhausted(Delivery delivery) {
    return false;
  }

  /** Settles a failed delivery; the stage ends when that is done. */
  CompletionStage<Void> failed(Delivery delivery, Throwable reason, Settlement settlement);
}
