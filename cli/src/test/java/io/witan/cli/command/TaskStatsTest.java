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

class TaskStatsTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void twoTasksWait() {
    server = FakeWitan.start();
    server.admit("paula", "po");
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
    server.fleet().withTask("T-1");
    server.fleet().withTask("T-2");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void countWhatStandsWhere() {
    Outcome all = trial.call("task", "stats");

    assertThat(all.status()).as(all.err()).isZero();
    assertThat(all.out())
        .contains(
            "tasks        2",
            "1 min 30 s at the architect, 500 ms at qa so far",
            "75 % of the done tasks at once")
        .containsPattern("todo +2");
  }

  @Test
  void askForOneStoryAndOneRole() {
    Outcome some = trial.call("task", "stats", "--story", "s-1", "--role", "po", "--json");

    assertThat(some.out()).contains("\"total_tasks\" : 1");
    assertThat(server.lists()).containsExactly("/workflows/statistics?story_id=s-1&role=po");
  }
}
