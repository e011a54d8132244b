package io.witan.executor.ray;

import dev.failsafe.CircuitBreaker;
import io.witan.deliberation.port.RunnerState;
import io.witan.platform.Spans;
import io.witan.shared.TraceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One cluster: what it is asked of turns, behind its guards. Every call is made from within the
 * place of its turn in a trace, as a server that records calls itself begins a trace otherwise.
 */
final class RayCluster {
  private static final double MILLIS = 1_000;

  private final ClusterAddress address;
  private final RayServe serve;
  private final ClusterGuards guards;
  private final ClusterMetrics metrics;
  private final ClusterLook look;

  RayCluster(ClusterAddress address, RayServe serve, ClusterGuards guards, ClusterMetrics metrics) {
    this.address = address;
    this.serve = serve;
    this.guards = guards;
    this.metrics = metrics;
    this.look = new ClusterLook(address, serve, guards::breaker);
  }

  ClusterAddress address() {
    return address;
  }

  String name() {
    return address.name();
  }

  /** What is counted of it. */
  ClusterMetrics metrics() {
    return metrics;
  }

  /** How often it is sent a turn again that it has not taken. */
  int retries() {
    return guards.retries();
  }

  /** The state of its breaker: {@code CLOSED} lets calls through, {@code OPEN} none. */
  CircuitBreaker.State breaker() {
    return guards.breaker();
  }

  /** Leaves it alone for a while, as it was away for too long. */
  void leaveAlone() {
    guards.open();
  }

  /**
   * Sends a turn; answers at once how it stands. To wait for its end here would be one call less,
   * but the JDK sends a POST again by itself whose connection breaks, and then says no more than
   * that there is no connection: nobody would know whether the turn was taken.
   */
  CompletableFuture<Said> submit(SentTurn turn, String body) {
    String header = turn.place().map(TraceContext::header).orElse(null);
    return said(guards.sending(within(turn, () -> serve.submit(header, body))));
  }

  /**
   * How a turn that the cluster has taken stands, at its end or after some time.
   *
   * @param unwanted whether nobody waits for it any more, so that it is not asked once more
   */
  CompletableFuture<Said> follow(SentTurn turn, BooleanSupplier unwanted) {
    Duration wait = turn.longestWait();
    return said(
        guards.following(unwanted, within(turn, () -> serve.turn(turn.key(), seconds(wait)))));
  }

  /** How a turn stands now, if the cluster knows it and says so soon. */
  CompletableFuture<Optional<RayTurn>> find(SentTurn turn, Duration patience) {
    return guards
        .once(within(turn, () -> serve.turn(turn.key(), 0)))
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle((known, trouble) -> Optional.ofNullable(known));
  }

  /** Ends a turn; it is asked to as long as it may have the turn, which would go on until then. */
  CompletableFuture<Said> cancel(SentTurn turn) {
    return said(guards.following(turn::isLate, within(turn, () -> serve.cancel(turn.key()))));
  }

  /** How it is: whether it can take turns, and how full it is. */
  CompletableFuture<RunnerState.Cluster> look(Duration patience) {
    return look.at(patience).thenApply(metrics::seen);
  }

  private Supplier<CompletionStage<RayTurn>> within(
      SentTurn turn, Supplier<CompletionStage<String>> call) {
    return Spans.below(turn.place(), () -> call.get().thenApply(this::read));
  }

  private RayTurn read(String text) {
    try {
      return RayTurn.read(text);
    } catch (RuntimeException unreadable) {
      throw RayTroubles.of(name(), unreadable);
    }
  }

  private CompletableFuture<Said> said(CompletableFuture<RayTurn> call) {
    return call.handle(
        (turn, failure) ->
            failure == null ? Said.told(turn) : Said.silent(RayTroubles.of(name(), failure)));
  }

  private static double seconds(Duration wait) {
    return wait.toMillis() / MILLIS;
  }
}
