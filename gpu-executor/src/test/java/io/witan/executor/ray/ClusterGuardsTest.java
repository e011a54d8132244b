package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.failsafe.CircuitBreaker;
import io.witan.executor.CountingRegistry;
import io.witan.executor.ray.RayTrouble.Kind;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A breaker that opens after two failures on end, and one call in a second. */
class ClusterGuardsTest {
  private static final RayPolicy SELDOM =
      new RayPolicy(
          0,
          Duration.ofMillis(1),
          Duration.ofMillis(2),
          Duration.ofMillis(400),
          1,
          2,
          2,
          Duration.ofMinutes(5));

  private final CountingRegistry counts = new CountingRegistry();
  private final ClusterGuards guards =
      new ClusterGuards(
          "a", SELDOM, ForkJoinPool.commonPool(), new ClusterMetrics(counts.registry(), "a"));

  /** Calls a cluster that is not there. */
  private Kind call() {
    return guards
        .once(() -> CompletableFuture.failedFuture(new ConnectException()))
        .handle((answer, failure) -> RayTroubles.of("a", failure).kind())
        .join();
  }

  private long refused(String by) {
    return counts.sum("witan_ray_refused_calls{cluster=a,by=%s}".formatted(by));
  }

  @Test
  void a_call_that_the_limit_refuses_is_no_success_for_the_breaker() {
    List<Kind> kinds = new ArrayList<>();

    await()
        .until(
            () -> {
              kinds.add(call());
              return Collections.frequency(kinds, Kind.AWAY) == 2;
            });

    assertThat(guards.breaker()).isEqualTo(CircuitBreaker.State.OPEN);
  }

  @Test
  void while_it_is_left_alone_no_call_waits_for_the_limit() {
    guards.open();

    assertThat(IntStream.range(0, 20).mapToObj(number -> call())).containsOnly(Kind.AWAY);
    assertThat(refused("breaker")).isEqualTo(20);
    assertThat(refused("limit")).isZero();
  }
}
