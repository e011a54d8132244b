package io.witan.calibration.domain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where scores and outcomes meet: how often what got about the same score was accepted.
 *
 * @param bins those with samples, by rising score
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * Samples of about the same score.
   *
   * @param meanScore of the samples in it
   */
  public record Bin(double meanScore, Proportion accepted) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** By tenths of the score. */
  public static Reliability of(List<Sample> samples) {
    return new Reliability(
        IntStream.range(0, BINS)
            .mapToObj(bin -> samples.stream().filter(sample -> bin(sample.score()) == bin).toList())
            .filter(some -> !some.isEmpty())
            .map(Reliability::bin)
            .toList());
  }

  private static int bin(double score) {
    return Math.min(BINS - 1, (int) (score * BINS));
  }

  private static Bin bin(List<Sample> samples) {
    return new Bin(
        samples.stream().mapToDouble(Sample::score).average().orElseThrow(),
        new Proportion(samples.stream().filter(Sample::accepted).count(), samples.size()));
  }
}
