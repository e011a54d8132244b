package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is not alone: others work on the same story, and things pass by themselves. */
class SideBySideTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    trial = new Trial(folder, server);
    trial.file("story.md", "# A title\n\nA brief.\n\n## Acceptance criteria\n\n- one\n- two\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String state() {
    return server.fleet().all("story").get(0).path("state").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"transitions", "actions"})
  void whatSomebodyElseDidAMomentBeforeIsDone(String what) {
    server.overtakeNext(what);

    Outcome run = trial.call("run", "story.md");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(state()).isEqualTo("DONE");
  }

  @Test
  void aRefusalThatChangedNothingIsTold() {
    server.answerNext(
        "actions", 409, "{\"code\": \"ILLEGAL_TRANSITION\", \"detail\": \"not now\"}");

    Outcome run = trial.call("run", "story.md");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("not now");
  }

  @Test
  void whatPassesByItselfIsWaitedFor() {
    server.fleet().routeSlowly();

    assertThat(trial.call("run", "story.md").out())
        .containsSubsequence(
            "COMMIT_CODE by demo-dev -> dev_completed", "APPROVE_DESIGN by demo-architect");
    assertThat(state()).isEqualTo("DONE");
  }

  @Test
  void aListIsReadToItsEnd() {
    server.pageBy(1);

    assertThat(trial.call("run", "story.md").status()).isZero();
    assertThat(state()).isEqualTo("DONE");
  }
}
