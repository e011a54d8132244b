package io.witan.executor.ray;

import static io.witan.executor.ray.RayServer.cutOff;
import static io.witan.executor.ray.RayServer.redirecting;
import static io.witan.executor.ray.RayServer.saying;
import static io.witan.executor.ray.RayServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.Turns;
import io.witan.executor.ray.RayServer.Fault;
import io.witan.executor.ray.RayServer.Kept;
import io.witan.executor.ray.RayServer.Received;
import io.witan.shared.TraceContext;
import io.witan.testing.SettableClock;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RayTurnRunnerIT extends OnClusters {
  private static final String KEY = "D-1.1.1";

  private final RayServer server = server();
  private RayTurnRunner runner;

  private RayTurnRunner runner() {
    runner = runner == null ? runner(server) : runner;
    return runner;
  }

  @Nested
  class A_turn {
    @Test
    void is_answered_with_text_tokens_and_model() {
      TurnResult result = run(runner());

      assertThat(result.text()).isEqualTo("{\"a\": 1}");
      assertThat(result.promptTokens()).isEqualTo(321);
      assertThat(result.completionTokens()).isEqualTo(12);
      assertThat(result.model()).isEqualTo("tiny-model");
    }

    @Test
    void is_sent_with_its_key_its_deliberation_its_deadline_and_what_the_model_is_asked() {
      TurnRequest request = Turns.plan("D-1", LONG);

      begin(runner(), request).join();

      Received call = server.received().get(0);
      JsonObject sent = call.json();
      assertThat(call.authorization()).isEqualTo("Bearer " + RayServer.TOKEN);
      assertThat(sent.getString("key")).isEqualTo(KEY);
      assertThat(sent.getString("group")).isEqualTo("D-1");
      assertThat(sent.getJsonNumber("deadline").doubleValue())
          .isEqualTo(request.deadline().toEpochMilli() / 1000.0);
      assertThat(sent).doesNotContainKey("endpoint");
      assertThat(sent.getJsonObject("chat").getString("model")).isEqualTo("model-x");
      assertThat(sent.getJsonObject("chat").getJsonObject("response_format").getString("type"))
          .isEqualTo("json_schema");
    }

    @Test
    void carries_its_place_in_a_trace() {
      TraceContext place =
          new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

      begin(runner(), Turns.plan("D-1", LONG).below(Optional.of(place))).join();
      run(runner());

      assertThat(server.received())
          .extracting(Received::trace)
          .containsExactly(place.header(), null);
    }

    @Test
    void is_followed_to_its_end() {
      server.answer(turn -> {});
      CompletableFuture<TurnResult> answer = begin(runner(), Turns.plan("D-1", LONG));
      await().until(() -> server.calls().contains("GET " + KEY));

      server.turn(KEY).complete();

      assertThat(answer.join().model()).isEqualTo("tiny-model");
      assertThat(server.sent(KEY)).isOne();
    }

    @Test
    void that_is_given_up_ends_on_the_cluster() {
      server.answer(Kept::run);
      CompletableFuture<TurnResult> answer = begin(runner(), Turns.plan("D-1", LONG));
      await().until(() -> server.has(KEY));

      answer.cancel(true);

      await().until(() -> server.calls().contains("DELETE " + KEY));
    }

    @Test
    void that_is_given_up_ends_there_though_it_stumbles() {
      server.answer(Kept::run);
      CompletableFuture<TurnResult> answer = begin(runner(), Turns.plan("D-1", LONG));
      await().until(() -> server.calls().contains("GET " + KEY));
      server.misbehave(status(500, ""), status(503, ""));

      answer.cancel(true);

      await().until(() -> server.calls().stream().filter(("DELETE " + KEY)::equals).count() == 3);
    }

    @Test
    void is_not_sent_after_its_deadline() {
      failure(TurnTimedOut.class, runner(), Turns.plan("D-1", Duration.ofSeconds(-1)));

      assertThat(server.received()).isEmpty();
    }

    @Test
    void that_runs_at_its_deadline_is_late_and_ended() {
      server.answer(Kept::run);

      assertThat(untilItsDeadline())
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(TurnTimedOut.class);

      await().until(() -> server.calls().contains("DELETE " + KEY));
    }

    @Test
    void that_never_got_a_slot_may_be_sent_another_time() {
      server.answer(turn -> {});

      assertThat(untilItsDeadline())
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(RunnerUnavailable.class)
          .withMessageContaining("no slot was free");
    }

    /** Sent, followed, and without an end when its time is over. */
    private CompletableFuture<TurnResult> untilItsDeadline() {
      SettableClock clock = new SettableClock(Instant.now());
      RayTurnRunner timed = runner(POLICY, addresses(server), clock);
      CompletableFuture<TurnResult> answer = begin(timed, Turns.plan("D-1", LONG));
      await().until(() -> server.calls().contains("GET " + KEY));
      clock.pass(LONG.plusSeconds(1));
      server.tellAll();
      return answer;
    }
  }

  @Nested
  class The_key {
    private TurnRequest at(int number, int answer, int lost) {
      return Turns.again(Turns.plan("D-1", LONG), new Attempt(number, answer, lost));
    }

    @Test
    void is_the_same_when_a_turn_is_sent_again() {
      begin(runner(), at(1, 1, 0)).join();
      begin(runner(server), at(1, 1, 1)).join();

      assertThat(server.sent(KEY)).isEqualTo(2);
    }

    @Test
    void is_another_one_when_the_answer_was_of_no_use() {
      begin(runner(), at(1, 1, 0)).join();
      begin(runner(), at(2, 2, 0)).join();

      assertThat(server.calls()).containsExactly("POST D-1.1.1", "POST D-1.1.2");
    }

    @Test
    void leads_back_to_the_turn_that_runs() {
      server.answer(Kept::run);
      CompletableFuture<TurnResult> dead = begin(runner(), at(1, 1, 0));
      await().until(() -> server.has(KEY));
      Kept running = server.turn(KEY);
      CompletableFuture<TurnResult> next = begin(runner(server), at(1, 1, 1));
      await().until(() -> server.sent(KEY) == 2);

      running.complete();

      assertThat(next.join()).isEqualTo(dead.join());
    }
  }

  @Nested
  class What_the_cluster_says {
    @Test
    void rejected_is_final() {
      server.answer(turn -> turn.fail("rejected"));

      assertThat(failure(TurnRejected.class, runner())).hasMessage("a: it was rejected");
    }

    @Test
    void rejected_may_be_the_form_of_the_answer() {
      server.answer(
          turn -> {
            if (turn.chat().toString().contains("json_schema")) {
              turn.fail("rejected");
            } else {
              turn.complete();
            }
          });

      run(runner());
      run(runner());

      assertThat(server.received())
          .extracting(call -> call.json().toString().contains("json_schema"))
          .containsExactly(true, false, false);
    }

    @Test
    void unavailable_is_for_another_time() {
      server.answer(turn -> turn.fail("unavailable"));

      assertThat(failure(RunnerUnavailable.class, runner())).hasMessage("a: it was unavailable");
    }

    @Test
    void late_is_late_when_it_had_begun() {
      server.answer(
          turn -> {
            turn.run();
            turn.fail("late");
          });

      failure(TurnTimedOut.class, runner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "cancelled"})
    void what_somebody_ended_is_lost(String kind) {
      server.answer(turn -> turn.fail(kind));

      assertThat(failure(TurnLost.class, runner())).hasMessageContaining("it was " + kind);
    }

    @Test
    void a_cut_off_answer_is_a_bad_one() {
      server.answer(turn -> turn.complete("length"));

      failure(BadAnswer.class, runner());
    }

    @Test
    void a_turn_that_it_forgets_is_lost() {
      server.answer(Kept::run);
      CompletableFuture<TurnResult> answer = begin(runner(), Turns.plan("D-1", LONG));
      await().until(() -> server.has(KEY));

      server.forgetAll();

      assertThat(answer)
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(TurnLost.class)
          .withMessageContaining("turn D-1.1.1 is not known");
    }
  }

  @Nested
  class A_cluster_that_is_full {
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void says_when_to_come_back(int status) {
      server.misbehave(status(status, "7"));

      RunnerUnavailable busy = failure(RunnerUnavailable.class, runner());

      assertThat(busy.retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(server.received()).hasSize(1);
    }

    @Test
    void or_is_still_being_deployed_is_for_another_time() {
      server.misbehave(
          (exchange, body) -> RayServer.send(exchange, 404, "{\"detail\": \"Not Found\"}"));

      assertThat(failure(RunnerUnavailable.class, runner())).hasMessage("a: HTTP 404 Not Found");
    }

    @Test
    void while_it_has_the_turn_is_asked_on() {
      server.misbehave(server.takenSlowly(), status(503, "0"), status(429, ""));

      assertThat(run(runner()).model()).isEqualTo("tiny-model");
      assertThat(server.sent(KEY)).isOne();
    }
  }

  @Nested
  class A_cluster_that_breaks_off {
    @Test
    void is_asked_whether_it_has_taken_the_turn() {
      server.misbehave(server.takenAndCutOff(), cutOff(), saying("{\"key\": \"D"), status(500, ""));

      assertThat(run(runner()).model()).isEqualTo("tiny-model");
      assertThat(server.sent(KEY)).isOne();
    }

    @Test
    void is_sent_the_turn_again_when_it_has_not_taken_it() {
      server.misbehave(cutOff());

      assertThat(run(runner()).model()).isEqualTo("tiny-model");
      assertThat(server.calls()).containsExactly("POST " + KEY, "GET " + KEY, "POST " + KEY);
    }

    @Test
    void is_not_sent_it_for_ever() {
      Fault broken = status(500, "");
      Fault unknown = status(404, "");
      server.misbehave(broken, unknown, broken, unknown, broken, unknown);

      assertThat(failure(RunnerUnavailable.class, runner())).hasMessageContaining("HTTP 500");
      assertThat(server.sent(KEY)).isEqualTo(3);
    }

    @Test
    void while_it_has_the_turn_is_given_time() {
      server.misbehave(server.takenSlowly(), cutOff(), saying("[]"), status(502, ""));

      assertThat(run(runner()).model()).isEqualTo("tiny-model");
      assertThat(server.sent(KEY)).isOne();
    }

    @Test
    void for_too_long_has_lost_the_turn() {
      runner = runner(IMPATIENT, addresses(server));
      server.answer(Kept::run);
      CompletableFuture<TurnResult> answer = begin(runner(), Turns.plan("D-1", LONG));
      await().until(() -> server.calls().contains("GET " + KEY));

      server.close();

      assertThat(answer).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(TurnLost.class);
      assertThat(failure(RunnerUnavailable.class, runner()))
          .hasMessageContaining("a is left alone for a while");
    }
  }

  @Nested
  class A_cluster_that_is_not_there {
    @Test
    void is_unavailable() {
      server.close();

      assertThat(failure(RunnerUnavailable.class, runner())).hasMessage("a: no connection");
    }
  }

  @Nested
  class A_cluster_that_will_not_have_us {
    @Test
    void tells_that_the_token_is_wrong_and_not_which() {
      RaySettings other =
          new RaySettings(
              Optional.of(addresses(server)),
              Optional.empty(),
              Optional.of(tokenFile("some-other-token")),
              "model-x",
              20_000,
              POLICY,
              counts.registry(),
              threads);

      assertThat(failure(TurnRejected.class, new RayTurnRunner(other, Clock.systemUTC())))
          .hasMessageContaining("witan.ray.token-file")
          .hasMessageContaining("status 401 for Bearer ***")
          .hasMessageNotContaining("some-other-token");
    }

    @Test
    void sends_the_token_nowhere_else() {
      RayServer elsewhere = server();
      server.misbehave(redirecting(elsewhere.url() + "/turns"));

      assertThat(failure(TurnRejected.class, runner())).hasMessageContaining("HTTP 307");
      assertThat(elsewhere.received()).isEmpty();
    }

    @Test
    void may_say_what_is_wrong_with_the_turn() {
      server.misbehave(status(400, ""));

      assertThat(failure(TurnRejected.class, runner())).hasMessageContaining("HTTP 400");
    }

    @Test
    void may_not_answer_at_any_length() {
      server.misbehave(saying(" ".repeat(30_000)));

      assertThat(failure(TurnRejected.class, runner()))
          .hasMessageContaining("longer than 20000 bytes");
    }
  }
}
