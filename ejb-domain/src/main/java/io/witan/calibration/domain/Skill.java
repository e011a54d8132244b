package io.witan.calibration.domain;

import java.util.List;

/**
 * How much better a judge tells than somebody who only knows how often things are accepted.
 *
 * @param value the Brier skill score, {@code 1 - B / B0} (G. W. Brier and R. A. Allen, Verification
 *     of weather forecasts, 1951), of the recalibrated scores; 0 where they tell nothing
 * @param weight how much its word counts: the skill to be expected of it, as a multiple of what is
 *     expected of a stranger, whose word counts 1
 */
public record Skill(double value, double weight) {
  /** The skill that is expected of a judge that nobody knows. */
  private static final double OF_STRANGERS = 0.1;

  /** How many samples that expectation is worth. */
  private static final double SAMPLES_OF_STRANGERS = 20;

  /**
   * Of a judge's recalibrated samples: the skill that they show, shrunk towards that of strangers
   * by their number. Where all were accepted, or none, nobody can be told from anybody, and nothing
   * is learned.
   */
  static Skill of(List<Sample> samples, Recalibration recalibration) {
    double base =
        (double) samples.stream().filter(Sample::accepted).count() / Math.max(1, samples.size());
    double atBase = base * (1 - base);
    if (atBase == 0) {
      return new Skill(0, 1);
    }
    List<Sample> better =
        samples.stream()
            .map(sample -> new Sample(recalibration.probability(sample.score()), sample.accepted()))
            .toList();
    double shown = Math.max(0, 1 - ScoringRule.BRIER.of(better).value() / atBase);
    return new Skill(shown, weight(samples.size(), shown));
  }

  private static double weight(int samples, double shown) {
    double expected =
        (samples * shown + SAMPLES_OF_STRANGERS * OF_STRANGERS) / (samples + SAMPLES_OF_STRANGERS);
    return expected / OF_STRANGERS;
  }
}
