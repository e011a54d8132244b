package io.witan.calibration.domain;

/**
 * What a judge said, and what came of it.
 *
 * @param score how sure the judge was that it would be accepted, 0 to 1
 * @param accepted whether it was
 */
public record Sample(double score, boolean accepted) {
  public Sample {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score of " + score);
    }
  }
}
