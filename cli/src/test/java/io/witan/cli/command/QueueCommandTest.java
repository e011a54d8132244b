package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueCommandTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void oneTaskWaits() {
    server = FakeWitan.start();
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
    server.admit("paula", "po");
    trial.file("story.md", "# Pay by card\n\nA brief.\n\n## Acceptance criteria\n- one\n- two\n");
    assertThat(trial.call("run", "story.md").status()).isZero();
    server.fleet().all("workflow").get(0).put("state", "qa_failed");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsWhatWaitsForTheRole() {
    Outcome queue = trial.call("queue", "developer");

    assertThat(queue.status()).as(queue.err()).isZero();
    assertThat(queue.out()).contains("TASK", "RANK", "qa_failed", "-1");
  }

  @Test
  void isJsonOnRequest() {
    assertThat(trial.call("queue", "developer", "--json").out())
        .startsWith("[")
        .contains("\"rank\" : -1");
  }

  @Test
  void saysWhenNothingWaits() {
    assertThat(trial.call("queue", "qa").out()).contains("nothing waits for qa");
  }

  @Test
  void needsARole() {
    assertThat(trial.call("queue").status()).isEqualTo(2);
  }
}
