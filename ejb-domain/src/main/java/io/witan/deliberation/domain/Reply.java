package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.time.Duration;
import java.util.Objects;

/**
 * What an agent from outside answered, not understood yet.
 *
 * @param text to the letter, at most {@value #LONGEST} characters
 * @param model that spoke, as the agent names it; empty when it does not
 * @param promptTokens as the agent counts them; 0 when it does not
 * @param completionTokens the same
 * @param duration how long it says that it took
 */
public record Reply(
    String text, String model, int promptTokens, int completionTokens, Duration duration) {
  /** The longest answer. */
  public static final int LONGEST = 1_000_000;

  public Reply {
    text = Text.required("proposal", text, LONGEST);
    model = Text.optional("model", model, 200);
    mustNotBeNegative("prompt_tokens", promptTokens);
    mustNotBeNegative("completion_tokens", completionTokens);
    Objects.requireNonNull(duration, "duration");
    mustNotBeNegative("duration_ms", duration.toMillis());
  }

  private static void mustNotBeNegative(String field, long value) {
    if (value < 0) {
      throw new InvalidValue(field, String.valueOf(value), "0 or more");
    }
  }
}
