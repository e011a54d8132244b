package io.witan.calibration.domain;

/**
 * How many of some were accepted.
 *
 * @param of how many there are, 0 or more
 */
public record Proportion(long accepted, long of) {
  public Proportion {
    if (accepted < 0 || accepted > of) {
      throw new IllegalArgumentException("%d accepted of %d".formatted(accepted, of));
    }
  }

  /** 0 to 1; 0 of none. */
  public double rate() {
    return of == 0 ? 0 : (double) accepted / of;
  }

  /**
   * The score interval of E. B. Wilson (Probable inference, the law of succession, and statistical
   * inference, 1927). It stays within 0 and 1 and holds for small numbers; of none it is all.
   */
  public Interval interval() {
    if (of == 0) {
      return new Interval(0, 1);
    }
    double square = Interval.Z * Interval.Z;
    double middle = (rate() + square / (2 * of)) / (1 + square / of);
    double reach =
        Interval.Z
            / (1 + square / of)
            * Math.sqrt(rate() * (1 - rate()) / of + square / (4.0 * of * of));
    return new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach));
  }

  /**
   * How much higher this rate is than the other, with the interval that R. G. Newcombe makes of the
   * two score intervals (Interval estimation for the difference between independent proportions,
   * 1998, method 10).
   */
  public Estimate minus(Proportion other) {
    double difference = rate() - other.rate();
    Interval mine = interval();
    Interval theirs = other.interval();
    return new Estimate(
        difference,
        new Interval(
            difference - Math.hypot(rate() - mine.low(), theirs.high() - other.rate()),
            difference + Math.hypot(mine.high() - rate(), other.rate() - theirs.low())));
  }
}
