package io.witan.benchmarks.load;

import java.time.Duration;
import java.util.Map;

/**
 * What one contender did in one turn.
 *
 * @param settling seconds from the last answer until nothing was left to do
 * @param micros of processor time by process, until all was done, also what follows the answers
 */
public record Turn(Round load, double settling, Map<String, Double> micros) {

  /** Lets it call for as long as said, and waits until nothing is left to do. */
  static Turn of(Contender contender, int clients, Duration time) throws Exception {
    contender.prepare(clients, time);
    ProcessorTime before = ProcessorTime.of(contender.processes());
    Round round = contender.load(clients, time);
    long answered = System.nanoTime();
    contender.settle();
    double settling = (System.nanoTime() - answered) / 1e9;
    return new Turn(round, settling, ProcessorTime.of(contender.processes()).since(before));
  }

  double perSecond() {
    return load.perSecond();
  }

  /** Calls per second, where the time counts until nothing was left to do. */
  double settledPerSecond() {
    return load.millis().size() / (load.seconds() + settling);
  }
}
