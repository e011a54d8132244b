package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;

/**
 * What one agent thinks of another's proposal.
 *
 * @param score 0 (useless) to 1 (do it as it is)
 */
public record Critique(String text, double score) implements Contribution {
  public Critique {
    text = Text.required("critique", text, 50_000);
    mustBeScore("score", score);
  }

  static void mustBeScore(String field, double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new InvalidValue(field, String.valueOf(score), "a number from 0 to 1");
    }
  }
}
