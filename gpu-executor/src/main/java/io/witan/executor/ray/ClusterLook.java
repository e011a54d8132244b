package io.witan.executor.ray;

import dev.failsafe.CircuitBreaker;
import io.witan.deliberation.port.RunnerState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at a cluster: whether it can take turns, and how full it is. It is asked past its breaker,
 * as this is asked seldom, and when it is down most of all.
 */
final class ClusterLook {
  private final ClusterAddress address;
  private final RayServe serve;
  private final Supplier<CircuitBreaker.State> breaker;

  ClusterLook(ClusterAddress address, RayServe serve, Supplier<CircuitBreaker.State> breaker) {
    this.address = address;
    this.serve = serve;
    this.breaker = breaker;
  }

  /** How it is; that it does not say so within its patience, too, is an answer. */
  CompletableFuture<RunnerState.Cluster> at(Duration patience) {
    CompletableFuture<Optional<RayTrouble>> health =
        said(serve::health, patience)
            .handle((text, failure) -> Optional.ofNullable(failure).map(this::troubled));
    CompletableFuture<Optional<RunnerState.Load>> load =
        said(serve::stats, patience)
            .thenApply(RayLoad::read)
            .handle((stats, failure) -> Optional.ofNullable(stats));
    return health.thenCombine(load, this::state);
  }

  /** That the call could not even be made is told as any other failure of it. */
  private static CompletableFuture<String> said(
      Supplier<CompletionStage<String>> call, Duration patience) {
    return CompletableFuture.completedFuture(call)
        .thenCompose(Supplier::get)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private RayTrouble troubled(Throwable failure) {
    return RayTroubles.of(address.name(), failure);
  }

  private RunnerState.Cluster state(Optional<RayTrouble> trouble, Optional<RunnerState.Load> load) {
    String detail =
        trouble
            .map(RayTrouble::getMessage)
            .orElseGet(
                () -> load.isPresent() ? "" : address.name() + ": it does not say how full it is");
    return new RunnerState.Cluster(
        address.name(),
        address.url().toString(),
        address.weight(),
        breaker.get().name(),
        trouble.isEmpty(),
        detail,
        load);
  }
}
