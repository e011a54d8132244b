package io.witan.calibration.domain;

import java.util.Objects;

/**
 * How sure a judge was that a result would be accepted.
 *
 * @param score as it was said, 0 to 1
 */
public record Prediction(Judge judge, double score) {
  public Prediction {
    Objects.requireNonNull(judge, "judge");
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score of " + score);
    }
  }
}
