package io.witan.calibration.domain;

import io.witan.shared.LogOdds;
import java.util.List;

/**
 * What a judge's score is worth: the log odds of acceptance are {@code intercept + slope · x},
 * where {@code x} are the log odds of the score (J. Platt, Probabilistic outputs for support vector
 * machines, 1999, on log odds as in D. R. Cox, Two further applications of a model for binary
 * regression, 1958).
 *
 * <p>A lenient judge has a negative intercept, a harsh one a positive one; one that is too sure of
 * itself a slope below 1; one that takes bad for good a negative slope.
 *
 * @param intercept what is added to the log odds; 0 takes the judge at its word
 * @param slope what they are multiplied with; 1 takes the judge at its word
 */
public record Recalibration(double intercept, double slope) {
  /** Takes a judge at its word. */
  public static final Recalibration NONE = new Recalibration(0, 1);

  /**
   * How firmly a judge is taken at its word before it has said anything: the precision of normal
   * priors around {@link #NONE}. Some forty samples weigh as much.
   */
  private static final double INTERCEPT_PRECISION = 5;

  private static final double SLOPE_PRECISION = 20;

  private static final int MOST_STEPS = 50;
  private static final double CLOSE = 1e-10;

  /**
   * The most likely line, given the samples and the priors, by Newton's method. The posterior is
   * strictly concave, so there is exactly one; a step that overshoots is halved.
   */
  public static Recalibration of(List<Sample> samples) {
    Recalibration best = NONE;
    double reached = best.penalty(samples);
    for (int step = 0; step < MOST_STEPS; step++) {
      Slopes slopes = best.slopes(samples);
      Recalibration next = best;
      double there = Double.POSITIVE_INFINITY;
      for (double length = 1; there > reached && length > CLOSE; length /= 2) {
        next = best.along(slopes, length);
        there = next.penalty(samples);
      }
      if (there > reached || reached - there < CLOSE) {
        return best;
      }
      best = next;
      reached = there;
    }
    return best;
  }

  /** The probability of acceptance that a score stands for. */
  public double probability(double score) {
    return LogOdds.score(intercept + slope * LogOdds.of(score));
  }

  /** The negative logarithm of the posterior. */
  private double penalty(List<Sample> samples) {
    double prior =
        INTERCEPT_PRECISION * intercept * intercept / 2
            + SLOPE_PRECISION * (slope - 1) * (slope - 1) / 2;
    return prior
        + samples.stream()
            .mapToDouble(
                sample -> {
                  double z = intercept + slope * LogOdds.of(sample.score());
                  return softPlus(sample.accepted() ? -z : z);
                })
            .sum();
  }

  /** {@code ln(1 + e^z)}, without overflow. */
  private static double softPlus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  /** First and second derivatives of the penalty by intercept and slope. */
  private record Slopes(
      double byIntercept, double bySlope, double twiceIntercept, double both, double twiceSlope) {
    double determinant() {
      return twiceIntercept * twiceSlope - both * both;
    }
  }

  private Slopes slopes(List<Sample> samples) {
    double byIntercept = INTERCEPT_PRECISION * intercept;
    double bySlope = SLOPE_PRECISION * (slope - 1);
    double twiceIntercept = INTERCEPT_PRECISION;
    double both = 0;
    double twiceSlope = SLOPE_PRECISION;
    for (Sample sample : samples) {
      double x = LogOdds.of(sample.score());
      double p = probability(sample.score());
      double error = p - (sample.accepted() ? 1 : 0);
      double curve = p * (1 - p);
      byIntercept += error;
      bySlope += error * x;
      twiceIntercept += curve;
      both += curve * x;
      twiceSlope += curve * x * x;
    }
    return new Slopes(byIntercept, bySlope, twiceIntercept, both, twiceSlope);
  }

  private Recalibration along(Slopes at, double length) {
    double down =
        (at.twiceSlope() * at.byIntercept() - at.both() * at.bySlope()) / at.determinant();
    double flat =
        (at.twiceIntercept() * at.bySlope() - at.both() * at.byIntercept()) / at.determinant();
    return new Recalibration(intercept - length * down, slope - length * flat);
  }
}
