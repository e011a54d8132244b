package io.witan.it;

import java.util.Arrays;

/** The metrics of one server, as they are scraped. */
final class Metrics {
  private Metrics() {}

  /** The sum of all series whose line begins so and holds the word; 0 while there is none. */
  static double sum(Fleet fleet, String name, String word) {
    return Arrays.stream(Fleet.done(200, fleet.admin().page("/metrics")).body().split("\n", -1))
        .filter(line -> line.startsWith(name) && line.contains(word))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
