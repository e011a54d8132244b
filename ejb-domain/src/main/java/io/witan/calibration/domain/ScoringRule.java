package io.witan.calibration.domain;

import io.witan.shared.LogOdds;
import java.util.List;

/**
 * How a prediction is scored by its outcome. Both rules are proper: a judge fares best by saying
 * what it believes. Less is better.
 */
public enum ScoringRule {
  /**
   * The mean of {@code (p - y)²}, 0 to 1; one half of the sum over both outcomes that G. W. Brier
   * took (Verification of forecasts expressed in terms of probability, 1950). Who always says one
   * half gets 0.25.
   */
  BRIER(1) {
    @Override
    double loss(double score, boolean accepted) {
      double error = score - (accepted ? 1 : 0);
      return error * error;
    }
  },
  /**
   * The mean of {@code -ln p} for what was accepted and {@code -ln (1 - p)} for what was not (I. J.
   * Good, Rational decisions, 1952), scores clipped as for {@link LogOdds}. Who always says one
   * half gets 0.69.
   */
  LOG_LOSS(-Math.log(LogOdds.LEAST)) {
    @Override
    double loss(double score, boolean accepted) {
      double clipped = LogOdds.clipped(score);
      return -Math.log(accepted ? clipped : 1 - clipped);
    }
  };

  private final double worst;

  ScoringRule(double worst) {
    this.worst = worst;
  }

  /** What one prediction loses. */
  abstract double loss(double score, boolean accepted);

  /** The mean loss; 0 of none. */
  public Estimate of(List<Sample> samples) {
    return Estimate.mean(
        samples.stream().map(sample -> loss(sample.score(), sample.accepted())).toList(), worst);
  }
}
