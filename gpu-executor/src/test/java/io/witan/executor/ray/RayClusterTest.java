package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.CircuitBreaker;
import io.witan.deliberation.port.RunnerState;
import io.witan.executor.CountingRegistry;
import io.witan.executor.Turns;
import io.witan.executor.chat.AnswerFormat;
import io.witan.platform.Spans;
import io.witan.shared.TraceContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RayClusterTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final TraceContext PLACE =
      new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

  private final List<String> calls = new CopyOnWriteArrayList<>();

  private RayCluster cluster() {
    ClusterMetrics metrics = new ClusterMetrics(new CountingRegistry().registry(), "a");
    return new RayCluster(
        new ClusterAddress("a", URI.create("http://127.0.0.1:1"), 1),
        new Placed(),
        new ClusterGuards("a", OnClusters.POLICY, ForkJoinPool.commonPool(), metrics),
        metrics);
  }

  private static SentTurn turn(Optional<TraceContext> place) {
    return new SentTurn(Turns.plan("D-1", LONG).below(place), Clock.systemUTC());
  }

  private void callAll(Optional<TraceContext> place) {
    RayCluster cluster = cluster();
    SentTurn turn = turn(place);
    cluster.submit(turn, turn.body(AnswerFormat.PROMPT)).join();
    cluster.follow(turn, () -> false).join();
    cluster.find(turn, LONG).join();
    cluster.cancel(turn).join();
  }

  @Test
  void every_call_is_made_from_within_the_place_of_its_turn() {
    callAll(Optional.of(PLACE));

    assertThat(calls).containsExactly("submit in it", "turn in it", "turn in it", "cancel in it");
  }

  @Test
  void and_from_nowhere_when_it_has_none() {
    callAll(Optional.empty());

    assertThat(calls).containsExactly("submit", "turn", "turn", "cancel");
  }

  @Test
  void a_body_is_made_once() {
    SentTurn turn = turn(Optional.empty());

    assertThat(turn.body(AnswerFormat.JSON_SCHEMA))
        .isSameAs(turn.body(AnswerFormat.JSON_SCHEMA))
        .isNotEqualTo(turn.body(AnswerFormat.PROMPT));
  }

  @Test
  void a_look_that_cannot_be_made_is_told_as_one_that_failed() {
    RayServe full =
        (RayServe)
            Proxy.newProxyInstance(
                RayServe.class.getClassLoader(),
                new Class<?>[] {RayServe.class},
                (self, method, arguments) -> {
                  throw new RejectedExecutionException("no thread is free");
                });
    ClusterAddress address = new ClusterAddress("a", URI.create("http://127.0.0.1:1"), 1);

    RunnerState.Cluster state =
        new ClusterLook(address, full, () -> CircuitBreaker.State.CLOSED).at(LONG).join();

    assertThat(state.reachable()).isFalse();
    assertThat(state.detail()).isEqualTo("a: no connection");
  }

  /** Notes which calls were made, and whether from within the place. */
  private final class Placed implements RayServe {
    private CompletionStage<String> called(String call) {
      calls.add(
          Spans.current()
              .map(place -> call + (place.equals(PLACE) ? " in it" : " elsewhere"))
              .orElse(call));
      return CompletableFuture.completedFuture("{\"key\": \"D-1.1.1\", \"status\": \"RUNNING\"}");
    }

    @Override
    public CompletionStage<String> submit(String place, String turn) {
      return called("submit");
    }

    @Override
    public CompletionStage<String> turn(String key, double wait) {
      return called("turn");
    }

    @Override
    public CompletionStage<String> cancel(String key) {
      return called("cancel");
    }

    @Override
    public CompletionStage<String> stats() {
      return called("stats");
    }

    @Override
    public CompletionStage<String> health() {
      return called("health");
    }
  }
}
