package io.witan.deliberation.port;

import java.util.Objects;

/**
 * What an agent answered.
 *
 * @param text the answer to the letter
 * @param promptTokens as the server counts them; 0 when it does not, never an estimate
 * @param completionTokens the same
 * @param model the model that answered, as the server names it
 */
public record TurnResult(String text, int promptTokens, int completionTokens, String model) {
  public TurnResult {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(model, "model");
  }
}
