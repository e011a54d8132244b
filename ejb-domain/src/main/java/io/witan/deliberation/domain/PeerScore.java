package io.witan.deliberation.domain;

import io.witan.shared.LogOdds;
import java.util.List;

/**
 * What several judges say of one proposal, taken together.
 *
 * @param score as the judge said it, 0 to 1
 * @param calibration what the judge's scores are worth
 */
public record PeerScore(double score, JudgeCalibration calibration) {

  /**
   * The mean of the scores where nothing is known of any judge; else the score whose log odds are
   * the weighted mean of what the judges' scores stand for (a logarithmic opinion pool: C. Genest
   * and J. Zidek, Combining probability distributions, 1986).
   *
   * @param scores of at least one judge
   * @return 0 to 1
   */
  public static double together(List<PeerScore> scores) {
    double weights = scores.stream().mapToDouble(one -> one.calibration.weight()).sum();
    return weights == 0 || scores.stream().allMatch(PeerScore::isAtItsWord)
        ? scores.stream().mapToDouble(PeerScore::score).average().orElseThrow()
        : LogOdds.score(
            scores.stream()
                    .mapToDouble(
                        one -> one.calibration.weight() * one.calibration.logOdds(one.score))
                    .sum()
                / weights);
  }

  private boolean isAtItsWord() {
    return calibration.equals(JudgeCalibration.identity());
  }
}
