package io.witan.executor.ray;

import static io.witan.executor.ray.RayServer.cutOff;
import static io.witan.executor.ray.RayServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.failsafe.CircuitBreaker;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.Turns;
import io.witan.executor.ray.RayServer.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Three clusters; the servers are in the order in which {@code D-1} asks them. */
class RayFailOverIT extends OnClusters {
  private static final String KEY = "D-1.1.1";

  private final List<RayServer> order = new ArrayList<>();
  private String addresses;
  private RayTurnRunner runner;

  @BeforeEach
  void begin() {
    List<RayServer> three = List.of(server(), server(), server());
    addresses = addresses(three.toArray(RayServer[]::new));
    runner = runner(POLICY, addresses);
    Rendezvous.order(
            "D-1", List.of(0, 1, 2), place -> String.valueOf((char) ('a' + place)), it -> 1)
        .forEach(place -> order.add(three.get(place)));
  }

  private RayServer first() {
    return order.get(0);
  }

  private RayServer second() {
    return order.get(1);
  }

  private RayServer third() {
    return order.get(2);
  }

  private List<Integer> calls() {
    return order.stream().map(server -> server.received().size()).toList();
  }

  @Nested
  class All_turns_of_a_deliberation {
    @Test
    void go_to_its_first_cluster() {
      IntStream.range(0, 3).forEach(number -> run(runner));

      assertThat(calls()).containsExactly(3, 0, 0);
    }

    @Test
    void and_those_of_many_to_all() {
      IntStream.range(0, 30)
          .mapToObj(number -> begin(runner, Turns.plan("D-" + number, LONG)))
          .toList()
          .forEach(CompletableFuture::join);

      assertThat(calls()).allSatisfy(count -> assertThat(count).isPositive());
    }
  }

  @Nested
  class The_next_is_asked {
    @Test
    void when_one_is_full() {
      first().misbehave(status(429, "7"));

      run(runner);

      assertThat(calls()).containsExactly(1, 1, 0);
    }

    @Test
    void when_one_is_away() {
      first().close();
      second().close();

      run(runner);

      assertThat(calls()).containsExactly(0, 0, 1);
    }

    @Test
    void when_one_has_another_token() {
      first().misbehave(status(401, ""));

      run(runner);

      assertThat(calls()).containsExactly(1, 1, 0);
    }

    @Test
    void when_the_model_server_of_one_is_away() {
      first().answer(turn -> turn.fail("unavailable"));

      run(runner);

      assertThat(calls()).containsExactly(1, 1, 0);
    }

    @Test
    void and_not_when_the_turn_makes_no_sense() {
      first().misbehave(status(400, ""));

      failure(TurnRejected.class, runner);

      assertThat(calls()).containsExactly(1, 0, 0);
    }
  }

  @Nested
  class When_nobody_takes_it {
    @Test
    void the_soonest_place_is_waited_for_and_all_reasons_are_told() {
      first().misbehave(status(429, "9"));
      second().misbehave(status(503, "4"));
      third().close();

      RunnerUnavailable busy = failure(RunnerUnavailable.class, runner);

      assertThat(busy.retryAfter()).contains(Duration.ofSeconds(4));
      assertThat(busy).hasMessageContaining("HTTP 429").hasMessageContaining("no connection");
    }

    @Test
    void as_no_token_is_accepted_it_is_refused() {
      order.forEach(server -> server.misbehave(status(401, "")));

      failure(TurnRejected.class, runner);
    }
  }

  @Nested
  class A_cluster_that_fails_often {
    @Test
    void is_left_alone() {
      first().close();
      IntStream.range(0, 2).forEach(number -> run(runner));

      assertThat(breakerOf(first())).isEqualTo(CircuitBreaker.State.OPEN);
      assertThat(breakerOf(second())).isEqualTo(CircuitBreaker.State.CLOSED);
      assertThat(calls()).containsExactly(0, 2, 0);
    }

    private CircuitBreaker.State breakerOf(RayServer server) {
      return runner.clusters().all().stream()
          .filter(cluster -> cluster.address().url().getPort() == server.port())
          .findFirst()
          .orElseThrow()
          .breaker();
    }
  }

  @Nested
  class A_turn_that_was_lost {
    private TurnRequest lost() {
      return Turns.again(Turns.plan("D-1", LONG), new Attempt(2, 1, 1));
    }

    @Test
    void is_looked_for_everywhere_before_it_is_sent_anew() {
      first().misbehave(status(429, ""));
      second().answer(Kept::run);
      CompletableFuture<TurnResult> dead = begin(runner, Turns.plan("D-1", LONG));
      await().until(() -> second().has(KEY));

      CompletableFuture<TurnResult> next = begin(runner, lost());
      await().until(() -> second().sent(KEY) == 2);
      second().turn(KEY).complete();

      assertThat(next.join()).isEqualTo(dead.join());
      assertThat(first().sent(KEY)).isOne();
      assertThat(third().sent(KEY)).isZero();
    }

    @Test
    void and_that_nobody_knows_is_sent_as_ever() {
      begin(runner, lost()).join();

      assertThat(order).extracting(server -> server.sent(KEY)).containsExactly(1L, 0L, 0L);
      assertThat(second().calls()).containsExactly("GET " + KEY);
    }

    @Test
    void by_a_cluster_that_went_away_is_sent_to_the_next() {
      RayTurnRunner impatient = runner(IMPATIENT, addresses);
      first().answer(Kept::run);
      CompletableFuture<TurnResult> answer = begin(impatient, Turns.plan("D-1", LONG));
      await().until(() -> first().calls().contains("GET " + KEY));
      first().close();
      assertThat(answer).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(TurnLost.class);

      assertThat(begin(impatient, lost()).join().model()).isEqualTo("tiny-model");
      assertThat(order).extracting(server -> server.sent(KEY)).containsExactly(1L, 1L, 0L);
    }

    @Test
    void is_not_sent_elsewhere_while_its_cluster_only_stumbles() {
      first().misbehave(first().takenAndCutOff(), cutOff(), cutOff());

      run(runner);

      assertThat(second().received()).isEmpty();
    }
  }
}
