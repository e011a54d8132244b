package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are not at their best, or are no Witan at all. */
class OddServerTest {
  private static final String REFUSED = "{\"code\": \"FORBIDDEN\", \"detail\": \"not for you\"}";

  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    trial = new Trial(folder, server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class AnAnswerThatIsNotWitans {

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 502})
    void isToldWithStatusAndPath(int status) {
      server.answerNext("/users/me", status, "<html>It works!</html>");

      Outcome outcome = trial.call("whoami");

      assertThat(outcome.status()).isEqualTo(3);
      assertThat(outcome.err())
          .contains("HTTP %d to GET /api/v1/users/me, not in Witan's words".formatted(status));
    }

    @Test
    void isToldEvenInPlaceOfAStream() {
      String story = done();
      server.answerNext("/events", 502, "<html>Bad gateway</html>");

      assertThat(trial.call("events", story).err()).contains("HTTP 502 to GET");
    }
  }

  @Nested
  class AServerThatIsBusy {

    @Test
    void isToldWhenThereIsNoTimeToWait() {
      server.stumbleEvery(1);

      Outcome outcome = trial.call("whoami");

      assertThat(outcome.status()).isNotZero();
      assertThat(outcome.err()).contains("UNAVAILABLE");
    }
  }

  @Nested
  class AStreamOfEvents {

    @Test
    void isOpenedAgainAfterItBroke() {
      String story = done();
      server.breakNextStream();

      Outcome events = trial.call("events", story, "--count", "1");

      assertThat(events.err()).contains("the stream broke, connecting again");
      assertThat(events.out()).contains("from_state=DRAFT to_state=PO_REVIEW");
      assertThat(events.status()).isZero();
    }

    @Test
    void mayBeRefused() {
      String story = done();
      server.answerNext("/events", 403, REFUSED);

      Outcome events = trial.call("events", story);

      assertThat(events.status()).isEqualTo(1);
      assertThat(events.err()).contains("not for you");
    }
  }

  private String done() {
    trial.file("story.md", "# A title\n\nA brief.\n\n## Acceptance criteria\n- one\n- two\n");
    assertThat(trial.call("run", "story.md").status()).isZero();
    return server.fleet().all("story").get(0).path("story_id").asText();
  }
}
