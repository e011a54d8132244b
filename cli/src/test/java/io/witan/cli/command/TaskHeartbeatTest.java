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

class TaskHeartbeatTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;
  private String task;

  @BeforeEach
  void aTaskIsHeld() {
    server = FakeWitan.start();
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
    server.admit("paula", "po");
    trial.file("story.md", "# Pay by card\n\nA brief.\n\n## Acceptance criteria\n- one\n- two\n");
    assertThat(trial.call("run", "story.md").status()).isZero();
    task = server.fleet().all("task").get(0).path("task_id").asText();
    server.fleet().all("workflow").stream()
        .filter(one -> one.path("task_id").asText().equals(task))
        .forEach(one -> one.put("claimed_by", "dora").put("fencing_token", 7));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsWhoHoldsTheTaskAndUntilWhen() {
    Outcome kept = trial.call("task", "heartbeat", task, "7");

    assertThat(kept.status()).as(kept.err()).isZero();
    assertThat(kept.out()).contains(task + " is held by dora until 2026-03-01T10:30:00Z");
  }

  @Test
  void isJsonOnRequest() {
    assertThat(trial.call("task", "heartbeat", task, "7", "--json").out())
        .contains("\"fencing_token\" : 7");
  }

  @Test
  void isRefusedUnderAnotherClaim() {
    Outcome late = trial.call("task", "heartbeat", task, "6");

    assertThat(late.status()).isEqualTo(1);
    assertThat(late.err()).contains("not the current one");
  }

  @Test
  void needsANumber() {
    assertThat(trial.call("task", "heartbeat", task, "seven").status()).isEqualTo(2);
  }
}
