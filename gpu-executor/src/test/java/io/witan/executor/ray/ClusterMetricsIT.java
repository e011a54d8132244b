package io.witan.executor.ray;

import static io.witan.executor.ray.RayServer.cutOff;
import static io.witan.executor.ray.RayServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.CircuitBreaker;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClusterMetricsIT extends OnClusters {
  private final RayServer server = server();
  private RayTurnRunner runner;

  @BeforeEach
  void begin() {
    runner = runner(server);
  }

  private Object gauge(String name) {
    return counts.gauge(name + "{cluster=a}");
  }

  private long sum(String name) {
    return counts.sum(name + "{cluster=a}");
  }

  private long refused(String by) {
    return counts.sum("witan_ray_refused_calls{cluster=a,by=%s}".formatted(by));
  }

  @Nested
  class How_full_a_cluster_is {
    private void look() {
      runner.look().toCompletableFuture().join();
    }

    @Test
    void is_not_known_before_the_first_look() {
      assertThat(gauge("witan_ray_up")).isEqualTo(0);
      assertThat(gauge("witan_ray_slots")).isEqualTo(0);
      assertThat(server.received()).isEmpty();
    }

    @Test
    void is_as_it_said_itself() {
      look();

      assertThat(gauge("witan_ray_up")).isEqualTo(1);
      assertThat(gauge("witan_ray_slots")).isEqualTo(2);
      assertThat(gauge("witan_ray_slots_taken")).isEqualTo(1);
      assertThat(gauge("witan_ray_running_turns")).isEqualTo(0);
      assertThat(gauge("witan_ray_waiting_turns")).isEqualTo(0);
      assertThat(gauge("witan_ray_queue")).isEqualTo(64);
    }

    @Test
    void stays_as_it_was_while_the_cluster_is_away() {
      look();
      server.close();
      look();

      assertThat(gauge("witan_ray_up")).isEqualTo(0);
      assertThat(gauge("witan_ray_slots")).isEqualTo(2);
    }
  }

  @Nested
  class The_breaker {
    private void shows(CircuitBreaker.State state) {
      assertThat(Stream.of(CircuitBreaker.State.values()))
          .allSatisfy(
              one ->
                  assertThat(
                          counts.gauge(
                              "witan_ray_breaker_state{cluster=a,state=%s}"
                                  .formatted(one.name().toLowerCase(Locale.ROOT))))
                      .isEqualTo(one == state ? 1 : 0));
    }

    @Test
    void is_closed_while_all_is_well() {
      run(runner);

      shows(CircuitBreaker.State.CLOSED);
      assertThat(refused("breaker")).isZero();
      assertThat(sum("witan_ray_retried_calls")).isZero();
    }

    @Test
    void is_open_after_many_failures_and_refuses_calls() {
      server.close();
      IntStream.range(0, 3).forEach(number -> failure(RunnerUnavailable.class, runner));

      shows(CircuitBreaker.State.OPEN);
      assertThat(sum("witan_ray_breaker_opened")).isOne();
      assertThat(refused("breaker")).isPositive();
      assertThat(refused("limit")).isZero();
    }
  }

  @Nested
  class Retries {
    @Test
    void are_counted_when_a_call_does_not_get_there() {
      server.close();
      failure(RunnerUnavailable.class, runner);

      assertThat(sum("witan_ray_retried_calls")).isEqualTo(POLICY.retries());
    }

    @Test
    void and_when_a_turn_is_sent_once_more() {
      server.misbehave(cutOff());
      run(runner);

      assertThat(sum("witan_ray_retried_calls")).isOne();
    }
  }

  @Nested
  class A_turn_that_goes_elsewhere {
    @Test
    void is_counted_where_it_was_not_taken() {
      RayServer other = server();
      RayTurnRunner both = runner(server, other);
      Stream.of(server, other).forEach(one -> one.misbehave(status(429, "")));

      failure(RunnerUnavailable.class, both);

      assertThat(sum("witan_ray_failovers") + counts.sum("witan_ray_failovers{cluster=b}"))
          .as("after the second there is none")
          .isOne();
    }

    @Test
    void is_no_lost_one() {
      server.misbehave(status(429, ""));

      failure(RunnerUnavailable.class, runner);

      assertThat(sum("witan_ray_failovers")).isZero();
      assertThat(sum("witan_ray_lost_turns")).isZero();
    }
  }

  @Nested
  class A_lost_turn {
    @Test
    void is_counted_when_the_cluster_says_so() {
      server.answer(turn -> turn.fail("lost"));

      failure(TurnLost.class, runner);

      assertThat(sum("witan_ray_lost_turns")).isOne();
    }

    @Test
    void and_when_it_has_forgotten_it() {
      server.misbehave(server.takenSlowly(), status(404, ""));

      failure(TurnLost.class, runner);

      assertThat(sum("witan_ray_lost_turns")).isOne();
    }
  }
}
