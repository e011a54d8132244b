package io.witan.executor.ray;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Policy;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import io.witan.deliberation.port.RunnerState;
import io.witan.platform.Spans;
import io.witan.shared.TraceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One cluster, and what is remembered of it: its breaker and how often it is called. All that goes
 * wrong with a call is a {@link RayTrouble}.
 */
final class RayCluster {
  private static final double MILLIS = 1_000;

  private final ClusterAddress address;
  private final RayServe serve;
  private final RayPolicy policy;
  private final ExecutorService threads;
  private final CircuitBreaker<Object> breaker;
  private final Optional<RateLimiter<Object>> limiter;

  RayCluster(ClusterAddress address, RayServe serve, RayPolicy policy, ExecutorService threads) {
    this.address = address;
    this.serve = serve;
    this.policy = policy;
    this.threads = threads;
    this.breaker = policy.breaker();
    this.limiter = policy.limiter();
  }

  ClusterAddress address() {
    return address;
  }

  String name() {
    return address.name();
  }

  /** How often it is sent a turn again that it has not taken. */
  int retries() {
    return policy.retries();
  }

  /**
   * Sends a turn; answers at once how it stands. To wait for its end here would be one call less,
   * but the JDK sends a POST again by itself whose connection breaks, and then says no more than
   * that there is no connection: nobody would know whether the turn was taken.
   */
  CompletableFuture<RayTurn> submit(Optional<TraceContext> place, String turn) {
    String header = place.map(TraceContext::header).orElse(null);
    // A server that records calls itself sends the place of its own span instead of the header.
    return call(
        policy.sending(),
        Spans.below(place, () -> serve.submit(header, turn).thenApply(this::turn)));
  }

  /** How a turn that the cluster has taken stands, at its end or after at most so long. */
  CompletableFuture<RayTurn> follow(String key, Duration wait) {
    return call(policy.following(wait), () -> serve.turn(key, seconds(wait)).thenApply(this::turn));
  }

  /** How a turn stands now, if the cluster knows it and says so soon. */
  CompletableFuture<Optional<RayTurn>> find(String key, Duration patience) {
    return guarded(List.of(), () -> serve.turn(key, 0).thenApply(this::turn))
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle((turn, trouble) -> Optional.ofNullable(turn));
  }

  /** Ends a turn. */
  CompletableFuture<RayTurn> cancel(String key) {
    return call(policy.sending(), () -> serve.cancel(key).thenApply(this::turn));
  }

  /** The state of its breaker: {@code CLOSED} lets calls through, {@code OPEN} none. */
  CircuitBreaker.State breaker() {
    return breaker.getState();
  }

  /**
   * How it is: whether it can take turns, and how full it is. It is asked past its breaker, as this
   * is asked seldom, and when it is down most of all.
   */
  CompletableFuture<RunnerState.Cluster> look(Duration patience) {
    CompletableFuture<Optional<RayTrouble>> health =
        said(serve.health(), patience)
            .handle((text, failure) -> Optional.ofNullable(failure).map(this::troubled));
    CompletableFuture<Optional<RunnerState.Load>> load =
        said(serve.stats(), patience)
            .thenApply(RayLoad::read)
            .handle((stats, failure) -> Optional.ofNullable(stats));
    return health.thenCombine(load, this::state);
  }

  private static CompletableFuture<String> said(CompletionStage<String> call, Duration patience) {
    return call.toCompletableFuture().copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private RayTrouble troubled(Throwable failure) {
    return RayTroubles.of(name(), failure);
  }

  private RunnerState.Cluster state(Optional<RayTrouble> trouble, Optional<RunnerState.Load> load) {
    String detail =
        trouble
            .map(RayTrouble::getMessage)
            .orElseGet(() -> load.isPresent() ? "" : name() + ": it does not say how full it is");
    return new RunnerState.Cluster(
        name(),
        address.url().toString(),
        address.weight(),
        breaker().name(),
        trouble.isEmpty(),
        detail,
        load);
  }

  /** Leaves it alone for a while, as it was away for too long. */
  void leaveAlone() {
    breaker.open();
  }

  private RayTurn turn(String text) {
    try {
      return RayTurn.read(text);
    } catch (RuntimeException unreadable) {
      throw RayTroubles.of(name(), unreadable);
    }
  }

  private <T> CompletableFuture<T> call(
      RetryPolicy<Object> retries, Supplier<CompletionStage<T>> call) {
    return guarded(List.of(retries), call)
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(RayTroubles.of(name(), failure)));
  }

  /** Retries around the breaker around the limiter around the call. */
  private <T> CompletableFuture<T> guarded(
      List<Policy<Object>> retries, Supplier<CompletionStage<T>> call) {
    List<Policy<Object>> policies = new ArrayList<>(retries);
    policies.add(breaker);
    limiter.ifPresent(policies::add);
    FailsafeExecutor<Object> guards = Failsafe.with(policies).with(threads);
    return guards.getStageAsync(() -> call.get().exceptionallyCompose(this::trouble));
  }

  private <T> CompletionStage<T> trouble(Throwable failure) {
    return CompletableFuture.failedFuture(RayTroubles.of(name(), failure));
  }

  private static double seconds(Duration wait) {
    return wait.toMillis() / MILLIS;
  }
}
