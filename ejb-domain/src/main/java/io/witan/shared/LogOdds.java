package io.witan.shared;

/**
 * Scores from 0 to 1 as log odds, {@code ln(p / (1 - p))}, and back.
 *
 * <p>A score of 0 or 1 claims a certainty that nobody has, and its log odds are infinite: scores
 * are taken as {@value #LEAST} at least and 1 - {@value #LEAST} at most.
 */
public final class LogOdds {
  /** The least score that is told from lower ones. */
  public static final double LEAST = 0.01;

  private LogOdds() {}

  /** The score, but neither certain nor impossible. */
  public static double clipped(double score) {
    return Math.min(1 - LEAST, Math.max(LEAST, score));
  }

  /** About -4.6 to 4.6; 0 for a score of one half. */
  public static double of(double score) {
    double clipped = clipped(score);
    return Math.log(clipped / (1 - clipped));
  }

  /** The score with those log odds: the logistic function. */
  public static double score(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
