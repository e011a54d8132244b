package io.witan.benchmarks.load;

import java.util.List;

/**
 * What one round of load came to.
 *
 * @param seconds from the first call's start to the last call's end
 * @param millis how long each call took
 */
public record Round(double seconds, List<Double> millis) {

  public double perSecond() {
    return seconds == 0 ? 0 : millis.size() / seconds;
  }

  /** The times of all calls of all rounds. */
  public static List<Double> allMillis(List<Round> rounds) {
    return rounds.stream().flatMap(round -> round.millis().stream()).toList();
  }
}
