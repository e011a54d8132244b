package io.witan.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * The figures of one run; a part that was left out is empty.
 *
 * @param facts about the machine and the versions, in the order in which they are shown
 * @param effort quick or full
 */
public record Results(
    Map<String, String> facts,
    String effort,
    List<Start> starts,
    List<Memory> memory,
    List<Transitions> transitions,
    List<RelayLag> relayLag,
    List<RelayCeiling> relayCeiling,
    List<Deliberations> deliberations) {

  /**
   * A start of the stack.
   *
   * @param kind cold (an empty home) or warm (a home with data)
   * @param seconds of the whole command
   * @param processes seconds from the start of each process until it is ready
   */
  public record Start(String kind, double seconds, Map<String, Double> processes) {}

  /**
   * Resident memory.
   *
   * @param when for example "after the start"
   * @param megabytes of each process
   */
  public record Memory(String when, Map<String, Double> megabytes) {}

  /**
   * Story transitions by one way at one number of clients.
   *
   * @param perSecond median of the rounds
   * @param share of bare neo4j-jdbc: median of the rounds' ratios
   * @param p50 milliseconds
   * @param p99 milliseconds
   */
  public record Transitions(
      int clients,
      String way,
      double perSecond,
      double share,
      double p50,
      double p99,
      long count,
      List<Double> rounds) {}

  /** From the time of an event to its time in the stream, in milliseconds. */
  public record RelayLag(double rate, int events, double p50, double p99, double most) {}

  /** How fast a full outbox becomes empty. */
  public record RelayCeiling(int events, double seconds, double perSecond) {}

  /**
   * Deliberations against a model that answers after a fixed time.
   *
   * @param delay of the model, in milliseconds
   * @param median milliseconds from the request until completed
   * @param turn median milliseconds that the model took for one turn, as it saw it
   * @param criticalPath three turns one after the other
   * @param ratio median over critical path
   */
  public record Deliberations(
      int delay,
      int concurrent,
      int count,
      double median,
      double p99,
      double turn,
      double criticalPath,
      double ratio,
      double perSecond) {}
}
