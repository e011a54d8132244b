package io.witan.calibration.domain;

import java.util.List;
import java.util.Objects;

/**
 * How good a judge is for a purpose, by what it said and what came of it.
 *
 * @param accepted how many of the results that it judged were accepted
 * @param meanScore what it said on average: above the rate of acceptance it is lenient, below harsh
 * @param brier of the scores as they were said
 * @param logLoss the same
 * @param recalibration what its scores are worth
 * @param skill what it can tell when they are taken for that
 */
public record Standing(
    String purpose,
    Judge judge,
    Proportion accepted,
    double meanScore,
    Estimate brier,
    Estimate logLoss,
    Recalibration recalibration,
    Skill skill) {

  /** The most samples that count, the latest: judges change. */
  public static final int MOST_SAMPLES = 500;

  /** From how many samples on a judge is known. */
  private static final int FEWEST_SAMPLES = 10;

  public Standing {
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(judge, "judge");
  }

  public static Standing of(String purpose, Judge judge, List<Sample> samples) {
    Recalibration recalibration = Recalibration.of(samples);
    return new Standing(
        purpose,
        judge,
        new Proportion(samples.stream().filter(Sample::accepted).count(), samples.size()),
        samples.stream().mapToDouble(Sample::score).average().orElse(0),
        ScoringRule.BRIER.of(samples),
        ScoringRule.LOG_LOSS.of(samples),
        recalibration,
        Skill.of(samples, recalibration));
  }

  /** Whether enough is known of the judge to take its scores for what they are worth. */
  public boolean isKnown() {
    return accepted.of() >= FEWEST_SAMPLES;
  }
}
