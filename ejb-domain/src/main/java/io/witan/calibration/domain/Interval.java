package io.witan.calibration.domain;

/** Where a value lies with a confidence of 95%. */
public record Interval(double low, double high) {
  /** How many standard errors a 95% interval reaches to each side: the normal quantile at 0.975. */
  static final double Z = 1.959963984540054;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from %s to %s".formatted(low, high));
    }
  }

  /** Whether all of it is above 0. */
  public boolean isAboveZero() {
    return low > 0;
  }

  /** Whether all of it is below 0. */
  public boolean isBelowZero() {
    return high < 0;
  }
}
