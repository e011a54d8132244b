package io.witan.executor.ray;

import io.witan.deliberation.port.RunnerState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All clusters, and which of them a deliberation belongs to. */
final class RayClusters {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<RayCluster> clusters;

  RayClusters(List<RayCluster> clusters) {
    this.clusters = List.copyOf(clusters);
  }

  /**
   * The clusters in the order in which they are asked. All turns of a deliberation have the same,
   * so they share a slot and what the model server keeps of their common prompt.
   */
  List<RayCluster> of(String deliberation) {
    return Rendezvous.order(
        deliberation, clusters, RayCluster::name, cluster -> cluster.address().weight());
  }

  List<RayCluster> all() {
    return clusters;
  }

  /** How all of them are; they are asked at once. */
  CompletableFuture<List<RunnerState.Cluster>> look() {
    List<CompletableFuture<RunnerState.Cluster>> looks =
        clusters.stream().map(cluster -> cluster.look(SOON)).toList();
    return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
        .thenApply(all -> looks.stream().map(CompletableFuture::join).toList());
  }

  /** The first of them that has the turn or its answer; all are asked at once. */
  static CompletableFuture<Optional<RayCluster>> whoHas(SentTurn turn, List<RayCluster> order) {
    CompletableFuture<Optional<RayCluster>> found =
        CompletableFuture.completedFuture(Optional.empty());
    for (RayCluster cluster : order) {
      CompletableFuture<Optional<RayTurn>> there = cluster.find(turn, SOON);
      found =
          found.thenCombine(
              there,
              (before, known) ->
                  before.or(() -> known.filter(RayTurn::isWorthComingBack).map(it -> cluster)));
    }
    return found;
  }
}
