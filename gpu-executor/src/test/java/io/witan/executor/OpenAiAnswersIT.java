package io.witan.executor;

import static io.witan.executor.ModelServer.answering;
import static io.witan.executor.ModelServer.cutOff;
import static io.witan.executor.ModelServer.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the runner makes of answers, good and bad. */
class OpenAiAnswersIT extends AgainstAModelServer {

  @Nested
  class Tokens {
    @Test
    void are_not_made_up_when_the_server_does_not_count() {
      server.behave(
          call ->
              answering(
                  "application/json", "{\"choices\": [{\"message\": {\"content\": \"Yes\"}}]}"));

      assertThat(run()).isEqualTo(new TurnResult("Yes", 0, 0, "model-x"));
    }
  }

  @Nested
  class A_bad_answer {
    @Test
    void is_one_of_another_content_type() {
      server.behave(call -> answering("text/html", "<html>"));

      assertThat(failure(BadAnswer.class)).hasMessageContaining("text/html");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{\"choices\": [{\"mess",
          "[]",
          "{}",
          "{\"choices\": []}",
          "{\"choices\": 7}",
          "{\"choices\": [{}]}",
          "{\"choices\": [{\"message\": {\"content\": null}}]}",
          "{\"choices\": [{\"message\": {\"content\": \" \"}}]}",
          "{\"choices\": [{\"message\": []}]}"
        })
    void is_one_that_is_no_completion(String body) {
      server.behave(call -> answering("application/json", body));

      failure(BadAnswer.class);
      assertThat(server.received()).hasSize(1);
    }

    @Test
    void is_one_that_is_longer_than_the_bound() {
      server.behave(call -> saying("x".repeat(MOST_BYTES)));

      assertThat(failure(BadAnswer.class))
          .hasMessage("the answer is longer than 20000 bytes (witan.openai.max-answer-bytes)");
      assertThat(server.received()).hasSize(1);
    }

    @Test
    void is_one_that_never_ends() {
      server.behave(call -> ModelServer::endlessly);

      assertThat(failure(BadAnswer.class)).hasMessageContaining("20000 bytes");
    }

    @Test
    void is_not_one_as_long_as_the_bound() {
      String begin = "{\"choices\": [{\"message\": {\"content\": \"";
      String end = "\"}}]}";
      String content = "x".repeat(MOST_BYTES - begin.length() - end.length());
      server.behave(call -> answering("application/json", begin + content + end));

      assertThat(run().text()).isEqualTo(content);
    }

    @Test
    void is_one_that_was_cut_off() {
      server.behave(call -> cutOff());

      assertThat(failure(BadAnswer.class)).hasMessageContaining("cut off");
    }
  }
}
