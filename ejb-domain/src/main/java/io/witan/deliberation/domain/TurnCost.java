package io.witan.deliberation.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * What a turn took.
 *
 * @param model the model that answered, as the runner names it
 * @param seed what made the sampling repeatable
 * @param promptTokens of all attempts that were answered, as the server counts them; 0 when it does
 *     not, never an estimate
 * @param completionTokens the same
 * @param micros cost by the prices at that time, in millionths of their currency
 * @param duration from the first attempt of this process to the answer
 * @param attempts how often the request was sent by the process that recorded the turn
 * @param lostAttempts how often it was begun and lost: by a process that has ended, or by the
 *     runner; nobody knows what these cost
 */
public record TurnCost(
    String model,
    long seed,
    int promptTokens,
    int completionTokens,
    long micros,
    Duration duration,
    int attempts,
    int lostAttempts) {
  public TurnCost {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(duration, "duration");
  }

  /** Tokens and cost together. */
  public Budget spent() {
    return new Budget((long) promptTokens + completionTokens, micros);
  }

  /** Of a turn that is taken over from elsewhere: the same model and seed, and no cost. */
  public TurnCost takenOver() {
    return new TurnCost(model, seed, 0, 0, 0, Duration.ZERO, 0, 0);
  }
}
