package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.failsafe.CircuitBreaker;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.executor.Turns;
import io.witan.executor.chat.AnswerFormat;
import io.witan.executor.ray.RayServer.Fault;
import io.witan.executor.ray.RayServer.Kept;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A turn that runs on a cluster, when nobody waits for it any more. */
class RayStayIT extends OnClusters {
  private static final String KEY = "D-1.1.1";

  /** Of great patience; its breaker opens only when it is told to. */
  private static final RayPolicy PATIENT =
      new RayPolicy(
          2,
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          LONG,
          0,
          1_000,
          1_000,
          Duration.ofSeconds(30));

  private final RayServer server = server();
  private final SettableClock clock = new SettableClock(Instant.now());
  private final AtomicBoolean givenUp = new AtomicBoolean();
  private RayCluster cluster;

  @BeforeEach
  void begin() {
    cluster = runner(PATIENT, addresses(server)).clusters().all().get(0);
    server.answer(Kept::run);
  }

  private CompletableFuture<Said> run() {
    SentTurn turn = new SentTurn(Turns.plan("D-1", LONG), clock);
    CompletableFuture<Said> stay =
        new RayStay(cluster, turn, givenUp::get).run(turn.body(AnswerFormat.PROMPT));
    await().until(() -> server.calls().contains("GET " + KEY));
    return stay;
  }

  /** Until now all went well, and from now on no call does. */
  private void breakDown() {
    int before = server.received().size();
    server.misbehave(Collections.nCopies(1_000, RayServer.status(500, "")).toArray(Fault[]::new));
    server.tellAll();
    await().until(() -> server.received().size() > before);
  }

  private static void isLost(CompletableFuture<Said> stay) {
    assertThat(stay).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(TurnLost.class);
  }

  private long lost() {
    return counts.sum("witan_ray_lost_turns{cluster=a}");
  }

  @Test
  void what_was_given_up_does_not_count_as_lost() {
    CompletableFuture<Said> stay = run();

    givenUp.set(true);
    server.turn(KEY).fail("cancelled");

    isLost(stay);
    assertThat(lost()).isZero();
  }

  @Test
  void for_what_was_given_up_no_cluster_is_left_alone() {
    CompletableFuture<Said> stay = run();
    breakDown();

    givenUp.set(true);

    isLost(stay);
    assertThat(cluster.breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
    assertThat(lost()).isZero();
  }

  @Test
  void after_its_deadline_it_is_not_asked_for_however_great_the_patience() {
    CompletableFuture<Said> stay = run();
    breakDown();

    clock.pass(LONG.multipliedBy(2));

    isLost(stay);
    assertThat(cluster.breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
    assertThat(lost()).isOne();
  }
}
