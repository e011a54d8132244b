package io.witan.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How one contender did at one number of clients.
 *
 * @param turns in the order in which they were taken
 * @param measure the turns of the one that all are compared with, taken in the same rounds
 */
public record Standing(int clients, String name, List<Turn> turns, List<Turn> measure) {

  /** Calls per second in each round. */
  public List<Double> rates() {
    return turns.stream().map(Turn::perSecond).toList();
  }

  /** The median of the rounds. */
  public double perSecond() {
    return Numbers.median(rates());
  }

  /** The median of the rounds, where the time counts until nothing was left to do. */
  public double settledPerSecond() {
    return Numbers.median(turns.stream().map(Turn::settledPerSecond).toList());
  }

  /** Over the one that all are compared with: the median of the rounds' ratios. */
  public double ratio() {
    return Numbers.median(
        IntStream.range(0, turns.size())
            .mapToObj(i -> turns.get(i).perSecond() / measure.get(i).perSecond())
            .toList());
  }

  /** Half of all calls were as fast, in milliseconds. */
  public double p50() {
    return Numbers.percentile(millis(), 0.5);
  }

  /** 99 of 100 calls were as fast, in milliseconds. */
  public double p99() {
    return Numbers.percentile(millis(), 0.99);
  }

  public long count() {
    return millis().size();
  }

  /** Microseconds of processor time for each call, by process. */
  public Map<String, Double> micros() {
    Map<String, Double> micros = new LinkedHashMap<>();
    turns.forEach(
        turn -> turn.micros().forEach((name, used) -> micros.merge(name, used, Double::sum)));
    long count = count();
    micros.replaceAll((name, used) -> used / count);
    return micros;
  }

  private List<Double> millis() {
    return Round.allMillis(turns.stream().map(Turn::load).toList());
  }
}
