package io.witan.executor.ray;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.RateLimitExceededException;
import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.RunnerState.Load;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * What is told of one cluster at {@code /metrics}: what its guards did, and how full it was when it
 * was last looked at. Nobody who reads that waits for the cluster.
 */
final class ClusterMetrics {
  private final MetricRegistry registry;
  private final Tag cluster;
  private final Counter refusedByBreaker;
  private final Counter refusedByLimit;
  private final Counter opened;
  private final Counter retried;
  private final Counter passedOver;
  private final Counter lost;

  private volatile boolean reachable;
  private volatile Optional<Load> load = Optional.empty();

  ClusterMetrics(MetricRegistry registry, String name) {
    this.registry = registry;
    this.cluster = new Tag("cluster", name);
    String refused = "Calls that Witan did not make, as its guards said so.";
    refusedByBreaker = counter("witan_ray_refused_calls", refused, new Tag("by", "breaker"));
    refusedByLimit = counter("witan_ray_refused_calls", refused, new Tag("by", "limit"));
    opened = counter("witan_ray_breaker_opened", "How often the breaker opened.");
    retried = counter("witan_ray_retried_calls", "Calls that were tried again.");
    passedOver = counter("witan_ray_failovers", "Turns that went on to the next cluster.");
    lost = counter("witan_ray_lost_turns", "Turns that it had, or may have had, and lost.");
    gauge("witan_ray_up", "Whether it could take turns at the last look.", () -> reachable ? 1 : 0);
    load("witan_ray_slots", "Deliberations that may have turns running at once.", Load::slots);
    load("witan_ray_slots_taken", "Deliberations that have a slot.", Load::runningGroups);
    load("witan_ray_running_turns", "Turns that run.", Load::running);
    load("witan_ray_waiting_turns", "Turns that wait for a slot.", Load::waiting);
    load("witan_ray_queue", "Turns that may wait for a slot.", Load::queue);
  }

  /** Tells of the breaker, by one series for each state: 1 for the one it is in. */
  void show(Supplier<CircuitBreaker.State> breaker) {
    for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
      gauge(
          "witan_ray_breaker_state",
          "1 for the state that the breaker is in, as its last call found it.",
          () -> breaker.get() == state ? 1 : 0,
          new Tag("state", state.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** A call has ended, perhaps before its guards; null when it was answered. */
  void called(Throwable failure) {
    if (failure instanceof CircuitBreakerOpenException) {
      refusedByBreaker.inc();
    } else if (failure instanceof RateLimitExceededException) {
      refusedByLimit.inc();
    }
  }

  void opened() {
    opened.inc();
  }

  void retried() {
    retried.inc();
  }

  void passedOver() {
    passedOver.inc();
  }

  void lost() {
    lost.inc();
  }

  /** It was looked at. How full it is stays as it was last told. */
  RunnerState.Cluster seen(RunnerState.Cluster state) {
    reachable = state.reachable();
    load = state.load().or(() -> load);
    return state;
  }

  private Counter counter(String name, String description, Tag... more) {
    return registry.counter(metadata(name, description), tags(more));
  }

  private void load(String name, String description, ToIntFunction<Load> value) {
    gauge(name, description, () -> load.map(value::applyAsInt).orElse(0));
  }

  private void gauge(String name, String description, Supplier<Integer> value, Tag... more) {
    registry.gauge(metadata(name, description), value, tags(more));
  }

  private Tag[] tags(Tag... more) {
    return Stream.concat(Stream.of(cluster), Stream.of(more)).toArray(Tag[]::new);
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
