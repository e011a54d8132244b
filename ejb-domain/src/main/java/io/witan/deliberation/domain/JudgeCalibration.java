package io.witan.deliberation.domain;

import io.witan.shared.LogOdds;

/**
 * What a judge's scores are worth: their log odds are {@code intercept + slope · log odds of the
 * score}, and count as much as the weight says.
 *
 * @param intercept below 0 for a lenient judge, above for a harsh one
 * @param slope 1 takes the judge at its word; below 0, what it scores high is bad
 * @param weight 0 and more; 1 for a judge that nobody knows
 */
public record JudgeCalibration(double intercept, double slope, double weight) {
  private static final JudgeCalibration IDENTITY = new JudgeCalibration(0, 1, 1);

  public JudgeCalibration {
    if (!Double.isFinite(intercept) || !Double.isFinite(slope) || !(weight >= 0)) {
      throw new IllegalArgumentException(
          "a calibration of %s, %s and the weight %s".formatted(intercept, slope, weight));
    }
  }

  /** Takes a judge at its word. */
  public static JudgeCalibration identity() {
    return IDENTITY;
  }

  /** The log odds that a score stands for. */
  double logOdds(double score) {
    return intercept + slope * LogOdds.of(score);
  }
}
