package io.witan.benchmarks.load;

import java.util.Collection;
import java.util.List;

/** Percentiles by the nearest rank, and medians. */
public final class Numbers {
  private Numbers() {}

  /** The middle value, or the mean of the two in the middle; 0 of none. */
  public static double median(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return 0;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * The smallest value that this share of all values does not exceed; 0 of none.
   *
   * @param share 0.99 for the 99th percentile
   */
  public static double percentile(Collection<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(1, Math.min(sorted.size(), rank)) - 1);
  }
}
