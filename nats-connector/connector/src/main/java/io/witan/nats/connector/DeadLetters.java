package io.witan.nats.connector;

import java.util.concurrent.CompletionStage;

/** Where messages go that nobody could handle. */
interface DeadLetters {

  /** Stores a message with the reason; the stage ends when the server has it. */
  CompletionStage<Void> store(Delivery delivery, Throwable reason);
}
