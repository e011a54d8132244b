package io.witan.calibration.domain;

import java.util.Objects;

/**
 * What one mode has brought in one matter.
 *
 * @param accepted of the results on which somebody decided
 * @param meanTokens of these, asked and answered
 */
public record Tally(Proportion accepted, double meanTokens) {
  /** Nothing yet. */
  public static final Tally NONE = new Tally(new Proportion(0, 0), 0);

  private static final double PRICE_OF = 100_000;

  public Tally {
    Objects.requireNonNull(accepted, "accepted");
  }

  /** How many accepted results 100,000 tokens buy; 0 where nobody counted tokens. */
  public double acceptedPer100kTokens() {
    return meanTokens == 0 ? 0 : accepted.rate() / meanTokens * PRICE_OF;
  }
}
