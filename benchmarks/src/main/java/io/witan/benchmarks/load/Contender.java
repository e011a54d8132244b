package io.witan.benchmarks.load;

import java.time.Duration;
import java.util.Map;

/** One of those that are compared: each does the same thing in a way of its own. */
public interface Contender extends AutoCloseable {
  /** As shown in the report. */
  String name();

  /**
   * Does it once, as the client with this number, from 0; a failure ends the benchmark.
   *
   * @throws Exception whatever went wrong
   */
  void call(int client) throws Exception;

  /**
   * Lets so many clients call one after the other for as long as said.
   *
   * @throws Exception whatever went wrong
   */
  default Round load(int clients, Duration time) throws Exception {
    return Load.lasting(clients, time).run(this::call);
  }

  /**
   * Makes ready what the calls of a turn will use up; takes no part in its time.
   *
   * @throws Exception whatever went wrong
   */
  default void prepare(int clients, Duration time) throws Exception {}

  /** Its processes by name, whose processor time counts; none where nobody asks for it. */
  default Map<String, Long> processes() {
    return Map.of();
  }

  /** Waits until nothing is left to do in the background. */
  void settle() throws InterruptedException;

  @Override
  void close();
}
