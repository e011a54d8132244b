package io.witan.benchmarks.load;

import java.time.Duration;
import java.util.Map;

/**
 * What one contender did in one turn.
 *
 * @param micros of processor time by process, until all was done, also what follows the answers
 */
public record Turn(Round load, Map<String, Double> micros) {

  /** Lets it call for as long as said, and waits until nothing is left to do. */
  static Turn of(Contender contender, int clients, Duration time) throws Exception {
    contender.prepare(clients, time);
    ProcessorTime before = ProcessorTime.of(contender.processes());
    Round round = Load.lasting(clients, time).run(contender::call);
    contender.settle();
    return new Turn(round, ProcessorTime.of(contender.processes()).since(before));
  }

  double perSecond() {
    return load.perSecond();
  }
}
