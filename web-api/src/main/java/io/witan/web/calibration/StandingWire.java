package io.witan.web.calibration;

import io.witan.calibration.domain.Standing;

/**
 * How good a judge is for a purpose.
 *
 * @param kind agent, model or council
 * @param samples how many of its predictions have met their outcome, the latest 500
 * @param acceptance which share of what it judged was accepted
 * @param meanScore what it said on average
 * @param brier mean squared error of its scores; 0.25 for who always says one half
 * @param logLoss 0.69 for who always says one half
 * @param intercept what is added to the log odds of its scores
 * @param slope what these are multiplied with before
 * @param skill how much better it tells, calibrated, than who only knows the rate: 0 to 1
 * @param weight how much its word counts; 1 for a stranger
 * @param known whether enough is known to take its scores for what they are worth
 */
public record StandingWire(
    String purpose,
    String kind,
    String name,
    long samples,
    EstimateWire acceptance,
    double meanScore,
    EstimateWire brier,
    EstimateWire logLoss,
    double intercept,
    double slope,
    double skill,
    double weight,
    boolean known) {

  static StandingWire from(Standing standing) {
    return new StandingWire(
        standing.purpose(),
        standing.judge().kind().wire(),
        standing.judge().name(),
        standing.accepted().of(),
        EstimateWire.from(standing.accepted()),
        standing.meanScore(),
        EstimateWire.from(standing.brier()),
        EstimateWire.from(standing.logLoss()),
        standing.recalibration().intercept(),
        standing.recalibration().slope(),
        standing.skill().value(),
        standing.skill().weight(),
        standing.isKnown());
  }
}
