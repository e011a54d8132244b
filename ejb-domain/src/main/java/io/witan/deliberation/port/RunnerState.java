package io.witan.deliberation.port;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a runner is, for those who run Witan.
 *
 * @param model the model that speaks for agents that name no other
 * @param detail what is wrong, for people; empty when nothing is
 * @param clusters where its turns are taken; none when it has no clusters
 */
public record RunnerState(
    String runner, String model, Reach reach, String detail, List<Cluster> clusters) {

  /** Whether turns can be taken now. */
  public enum Reach {
    /** By all that it has. */
    UP,
    /** By some of it. */
    DEGRADED,
    /** By nobody. */
    AWAY
  }

  /**
   * One of several places.
   *
   * @param weight how much of the deliberations it gets, beside the weights of the others
   * @param breaker {@code CLOSED} lets calls through, {@code OPEN} none, {@code HALF_OPEN} some
   * @param detail why it cannot be reached; empty when it can
   * @param load how full it is, when it says so
   */
  public record Cluster(
      String name,
      String url,
      double weight,
      String breaker,
      boolean reachable,
      String detail,
      Optional<Load> load) {}

  /**
   * How full a cluster is. A slot is held by a deliberation that has turns there.
   *
   * @param slots deliberations that may have turns running at once
   * @param queue turns that may wait for a slot
   * @param submitted turns since its registry was started, and what became of them
   * @param joined calls that found their turn there already
   * @param refused calls for which there was no place
   * @param meanSeconds of the turns that were completed
   */
  public record Load(
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
      double meanSeconds) {}

  public RunnerState {
    Objects.requireNonNull(runner, "runner");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(reach, "reach");
    Objects.requireNonNull(detail, "detail");
    clusters = List.copyOf(clusters);
  }

  /** A runner that needs nothing but itself. */
  public static RunnerState up(String runner, String model) {
    return new RunnerState(runner, model, Reach.UP, "", List.of());
  }

  /** A runner that cannot take turns now, and why. */
  public static RunnerState away(String runner, String model, String detail) {
    return new RunnerState(runner, model, Reach.AWAY, detail, List.of());
  }
}
