package io.witan.executor.ray;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Policy;
import dev.failsafe.RetryPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What stands before every call of one cluster: a breaker and a bound on how often it is called,
 * and around them, for each kind of call, how it is tried again.
 */
final class ClusterGuards {
  private final String cluster;
  private final RayPolicy policy;
  private final ExecutorService threads;
  private final ClusterMetrics metrics;
  private final CircuitBreaker<Object> breaker;
  private final FailsafeExecutor<Object> guards;

  ClusterGuards(String cluster, RayPolicy policy, ExecutorService threads, ClusterMetrics metrics) {
    this.cluster = cluster;
    this.policy = policy;
    this.threads = threads;
    this.metrics = metrics;
    this.breaker = policy.breaker().onOpen(event -> metrics.opened()).build();
    // The first is the outermost: what the bound refuses is no success for the breaker.
    List<Policy<Object>> all = new ArrayList<>();
    policy.limiter().ifPresent(all::add);
    all.add(breaker);
    this.guards = Failsafe.with(all).with(threads);
    metrics.show(this::breaker);
  }

  int retries() {
    return policy.retries();
  }

  CircuitBreaker.State breaker() {
    return breaker.getState();
  }

  /** Lets no call through for a while. */
  void open() {
    breaker.open();
  }

  /** A call that is not tried again. */
  <T> CompletableFuture<T> once(Supplier<CompletionStage<T>> call) {
    return guarded(call).whenComplete((answer, failure) -> metrics.called(failure));
  }

  /** While it is left alone, nobody waits for a place within the bound. */
  private <T> CompletableFuture<T> guarded(Supplier<CompletionStage<T>> call) {
    return breaker.isOpen() && !breaker.getRemainingDelay().isZero()
        ? CompletableFuture.failedFuture(new CircuitBreakerOpenException(breaker))
        : guards.getStageAsync(() -> call.get().exceptionallyCompose(this::trouble));
  }

  /** A call that is tried again as long as it does not get there. */
  <T> CompletableFuture<T> sending(Supplier<CompletionStage<T>> call) {
    return again(policy.sending(), call);
  }

  /**
   * A call that is tried again until patience ends, which begins with its first failure, or until
   * nobody wants its answer.
   */
  <T> CompletableFuture<T> following(BooleanSupplier unwanted, Supplier<CompletionStage<T>> call) {
    return again(policy.following(unwanted), call);
  }

  private <T> CompletableFuture<T> again(
      RetryPolicyBuilder<Object> retries, Supplier<CompletionStage<T>> call) {
    return Failsafe.with(retries.onRetry(event -> metrics.retried()).build())
        .with(threads)
        .getStageAsync(() -> once(call));
  }

  private <T> CompletionStage<T> trouble(Throwable failure) {
    return CompletableFuture.failedFuture(RayTroubles.of(cluster, failure));
  }
}
