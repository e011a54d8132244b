package io.witan.calibration.domain;

import java.util.Collection;
import java.util.stream.DoubleStream;

/** A value, and where it lies with a confidence of 95%. */
public record Estimate(double value, Interval interval) {

  /**
   * The mean of losses, with the normal interval of a mean, {@code mean ± 1.96 s / sqrt(n)}, cut at
   * 0, as no loss is negative. Of fewer than two values nothing is known but their range.
   *
   * @param worst the largest loss that there can be
   */
  static Estimate mean(Collection<Double> losses, double worst) {
    int many = losses.size();
    double mean = doubles(losses).average().orElse(0);
    if (many < 2) {
      return new Estimate(mean, new Interval(0, worst));
    }
    double variance = doubles(losses).map(loss -> (loss - mean) * (loss - mean)).sum() / (many - 1);
    double reach = Interval.Z * Math.sqrt(variance / many);
    return new Estimate(
        mean, new Interval(Math.max(0, mean - reach), Math.min(worst, mean + reach)));
  }

  private static DoubleStream doubles(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }
}
