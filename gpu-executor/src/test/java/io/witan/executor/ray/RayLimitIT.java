package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.Turns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One call of a cluster in a second, for which nothing waits; each turn is one call. */
class RayLimitIT extends OnClusters {
  private static final int TURNS = 20;
  private static final RayPolicy SELDOM =
      new RayPolicy(
          0,
          Duration.ofMillis(1),
          Duration.ofMillis(2),
          Duration.ofMillis(400),
          1,
          5,
          10,
          Duration.ofSeconds(30));

  private List<CompletableFuture<TurnResult>> ended(RayServer... clusters) {
    RayTurnRunner runner = runner(SELDOM, addresses(clusters));
    List<CompletableFuture<TurnResult>> turns =
        IntStream.range(0, TURNS)
            .mapToObj(number -> begin(runner, Turns.plan("D-" + number, LONG)))
            .toList();
    turns.forEach(turn -> turn.exceptionally(failure -> null).join());
    return turns;
  }

  private long refused(String cluster) {
    return counts.sum("witan_ray_refused_calls{cluster=%s,by=limit}".formatted(cluster));
  }

  @Test
  void calls_beyond_the_limit_do_not_reach_the_cluster() {
    RayServer server = server();

    List<CompletableFuture<TurnResult>> turns = ended(server);

    assertThat(server.received()).isNotEmpty().hasSizeLessThan(TURNS);
    assertThat(refused("a")).isEqualTo(TURNS - server.received().size());
    assertThat(turns.stream().filter(CompletableFuture::isCompletedExceptionally))
        .hasSize(TURNS - server.received().size())
        .allSatisfy(
            turn ->
                assertThat(turn)
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withCauseInstanceOf(RunnerUnavailable.class)
                    .withMessageContaining("a is called as often as is allowed"));
  }

  @Test
  void each_cluster_has_its_own() {
    RayServer first = server();
    RayServer second = server();

    ended(first, second);

    assertThat(first.received()).isNotEmpty();
    assertThat(second.received()).isNotEmpty();
    assertThat(refused("a")).isPositive();
    assertThat(refused("b")).isPositive();
  }
}
