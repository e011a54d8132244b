package io.witan.executor;

import static io.witan.executor.ModelServer.status;
import static io.witan.executor.ModelServer.truncated;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.ModelServer.Received;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiTurnRunnerIT extends AgainstAModelServer {

  @Nested
  class When_all_is_well {
    @Test
    void text_tokens_and_model_are_those_of_the_answer() {
      TurnResult result = run();

      assertThat(result.promptTokens()).isEqualTo(321);
      assertThat(result.completionTokens()).isEqualTo(12);
      assertThat(result.model()).isEqualTo("tiny-model");
      assertThat(new JsonAnswers().read(Purpose.PLAN, TurnKind.PROPOSE, result.text()))
          .extracting("title")
          .isEqualTo("Plan of turn 1");
    }

    @Test
    void the_request_holds_what_was_asked() {
      run();

      Received call = server.received().get(0);
      JsonObject body = call.body();
      assertThat(call.key()).isEqualTo("D-1/1");
      assertThat(call.authorization()).isEqualTo("Bearer " + KEY);
      assertThat(body.getString("model")).isEqualTo("model-x");
      assertThat(body.getInt("seed")).isEqualTo(7);
      assertThat(body.getInt("max_tokens")).isEqualTo(500);
      assertThat(body.getJsonArray("messages")).hasSize(2);
      assertThat(
              body.getJsonObject("response_format").getJsonObject("json_schema").getString("name"))
          .isEqualTo("plan_proposal");
    }

    @Test
    void an_address_that_ends_with_v1_is_the_same() {
      assertThat(run(runner(server.url() + "/v1/", LONG), LONG).model()).isEqualTo("tiny-model");
    }
  }

  @Nested
  class Its_state {
    private RunnerState look(OpenAiTurnRunner runner) {
      return runner.look().toCompletableFuture().join();
    }

    @Test
    void is_up_when_the_server_lists_its_models() {
      assertThat(look(runner(server.url(), LONG))).isEqualTo(RunnerState.up("openai", "model-x"));
    }

    @Test
    void is_away_with_the_reason_when_it_does_not() {
      assertThat(look(runner(server.url() + "/elsewhere", LONG)).detail()).contains("HTTP 404");
      server.close();

      RunnerState state = look(runner(server.url(), LONG));

      assertThat(state.reach()).isEqualTo(RunnerState.Reach.AWAY);
      assertThat(state.detail()).isEqualTo("no connection");
    }
  }

  @Nested
  class A_server_without_schemas {
    @Test
    void is_asked_for_a_json_object_and_told_the_schema() {
      server.behave(
          call -> call.format().equals("json_schema") ? status(400, "") : ModelServer::well);
      OpenAiTurnRunner runner = runner(server.url(), LONG);

      run(runner, LONG);
      run(runner, LONG);

      assertThat(server.received())
          .extracting(Received::format)
          .containsExactly("json_schema", "json_object", "json_object");
      assertThat(server.received().get(1).body().toString()).contains("The JSON schema");
    }

    @Test
    void or_for_nothing_special() {
      server.behave(call -> call.format().equals("none") ? ModelServer::well : status(400, ""));

      run();

      assertThat(server.received())
          .extracting(Received::format)
          .containsExactly("json_schema", "json_object", "none");
    }
  }

  @Nested
  class A_refused_request {
    @Test
    void is_not_repeated() {
      server.behave(call -> status(404, ""));

      assertThat(failure(TurnRejected.class)).hasMessageContaining("HTTP 404");
      assertThat(server.received()).hasSize(1);
    }

    @Test
    void is_refused_for_itself_once_the_server_has_taken_its_format() {
      OpenAiTurnRunner runner = runner(server.url(), LONG);
      run(runner, LONG);
      server.behave(call -> status(400, ""));

      failure(TurnRejected.class, runner, LONG);

      assertThat(server.received()).hasSize(2);
    }

    @Test
    void does_not_tell_the_key() {
      server.behave(call -> status(401, ""));

      assertThat(failure(TurnRejected.class))
          .hasMessageContaining("api-key")
          .hasMessageContaining("Bearer ***")
          .hasMessageNotContaining(KEY);
    }
  }

  @Nested
  class A_busy_or_broken_server {
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void is_asked_again(int status) {
      server.behave(call -> call.count() < 3 ? status(status, "") : ModelServer::well);

      assertThat(run().model()).isEqualTo("tiny-model");
      assertThat(server.received()).hasSize(3);
    }

    @Test
    void may_say_so_at_any_length() {
      server.behave(
          call ->
              (exchange, it) ->
                  ModelServer.send(exchange, 500, "text/plain", "so sorry ".repeat(MOST_BYTES)));

      assertThat(failure(RunnerUnavailable.class)).hasMessageStartingWith("HTTP 500: so sorry");
    }

    @Test
    void is_not_asked_for_ever() {
      server.behave(call -> status(500, ""));

      assertThat(failure(RunnerUnavailable.class)).hasMessageContaining("HTTP 500");
      assertThat(server.received()).hasSize(3);
    }

    @Test
    void is_left_alone_for_as_long_as_it_asks() {
      server.behave(call -> call.count() == 1 ? status(429, "1") : ModelServer::well);

      Instant before = Instant.now();
      run();

      assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void that_wants_a_long_pause_is_left_to_the_deliberation() {
      server.behave(call -> status(429, "120"));

      assertThat(failure(RunnerUnavailable.class).retryAfter()).contains(Duration.ofMinutes(2));
      assertThat(server.received()).hasSize(1);
    }

    @Test
    void that_breaks_off_in_the_middle_is_asked_again() {
      server.behave(call -> call.count() == 1 ? truncated() : ModelServer::well);

      assertThat(run().model()).isEqualTo("tiny-model");
    }

    @Test
    void that_is_not_there_is_unavailable() throws IOException {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }

      failure(RunnerUnavailable.class, runner("http://127.0.0.1:" + port, LONG), LONG);
    }
  }

  @Nested
  class A_silent_server {
    private final Duration little = Duration.ofMillis(300);

    @Test
    void is_waited_for_as_long_as_a_call_may_take() {
      server.behave(call -> server.hanging());

      failure(TurnTimedOut.class, runner(server.url(), little), LONG);
    }

    @Test
    void is_not_waited_for_after_the_deadline() {
      server.behave(call -> server.hanging());

      Instant before = Instant.now();
      failure(TurnTimedOut.class, runner(server.url(), LONG), little);

      assertThat(Duration.between(before, Instant.now()))
          .as("how long a call may take otherwise")
          .isLessThan(LONG);
    }

    @Test
    void is_not_waited_for_in_the_middle_of_an_answer() {
      server.behave(call -> server.hangingInTheMiddle());

      failure(TurnTimedOut.class, runner(server.url(), little), LONG);
    }

    @Test
    void is_asked_once_when_no_time_is_left_for_a_pause() {
      server.behave(call -> server.hanging());
      OpenAiTurnRunner unhurried =
          runner(server.url(), LONG, Duration.ofSeconds(5), Duration.ofSeconds(10));

      failure(TurnTimedOut.class, unhurried, Duration.ofSeconds(2));

      assertThat(server.received()).hasSize(1);
    }

    @Test
    void is_not_even_asked_when_the_deadline_is_over() {
      failure(TurnTimedOut.class, runner(server.url(), LONG), Duration.ofSeconds(-1));

      assertThat(server.received()).isEmpty();
    }
  }
}
