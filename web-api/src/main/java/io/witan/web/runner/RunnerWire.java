package io.witan.web.runner;

import io.witan.deliberation.port.RunnerState;
import java.util.List;
import java.util.Optional;

/**
 * How the runner is.
 *
 * @param reach UP, DEGRADED (some of its clusters can be reached) or AWAY
 * @param detail what is wrong; empty when nothing is
 */
public record RunnerWire(
    String runner, String model, String reach, String detail, List<ClusterWire> clusters) {

  /**
   * One cluster.
   *
   * @param breaker CLOSED, HALF_OPEN, or OPEN while it is left alone
   */
  public record ClusterWire(
      String name,
      String url,
      double weight,
      String breaker,
      boolean reachable,
      String detail,
      Optional<LoadWire> load) {

    static ClusterWire from(RunnerState.Cluster cluster) {
      return new ClusterWire(
          cluster.name(),
          cluster.url(),
          cluster.weight(),
          cluster.breaker(),
          cluster.reachable(),
          cluster.detail(),
          cluster.load().map(LoadWire::from));
    }
  }

  /** How full a cluster is, and its counts since its registry was started. */
  public record LoadWire(
      int slots,
      int queue,
      int runningGroups,
      int running,
      int waiting,
      long submitted,
      long completed,
      long failed,
      long joined,
      long refused,
      long lost,
      int workers,
      double gpus,
      double meanSeconds) {

    static LoadWire from(RunnerState.Load load) {
      return new LoadWire(
          load.slots(),
          load.queue(),
          load.runningGroups(),
          load.running(),
          load.waiting(),
          load.submitted(),
          load.completed(),
          load.failed(),
          load.joined(),
          load.refused(),
          load.lost(),
          load.workers(),
          load.gpus(),
          load.meanSeconds());
    }
  }

  static RunnerWire from(RunnerState state) {
    return new RunnerWire(
        state.runner(),
        state.model(),
        state.reach().name(),
        state.detail(),
        state.clusters().stream().map(ClusterWire::from).toList());
  }
}
