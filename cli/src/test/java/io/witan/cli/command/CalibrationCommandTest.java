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

class CalibrationCommandTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void someJudgesHaveMetOutcomes() {
    server = FakeWitan.start();
    server.admit("paula", "po");
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsWhatEachJudgeIsWorth() {
    Outcome judges = trial.call("calibration");

    assertThat(judges.status()).as(judges.err()).isZero();
    assertThat(judges.out())
        .contains("PURPOSE", "BRIER", "WEIGHT")
        .containsPattern(
            "JUDGE_TESTS +agent +40 +50% \\(35% to 65%\\) +0\\.85 +0\\.31 \\(0\\.22 to 0\\.40\\) +0\\.90"
                + " \\(0\\.70 to 1\\.10\\) +-1\\.25 +-0\\.50 +1\\.75 +agent-qa-001 with some-model")
        .containsPattern("model +40 .*\\+0\\.50 .*some-model");
  }

  @Test
  void asksForOneKind() {
    Outcome models = trial.call("calibration", "--purpose", "JUDGE_TESTS", "--kind", "model");

    assertThat(models.out()).contains("some-model").doesNotContain("agent-qa-001");
    assertThat(server.lists()).containsExactly("/calibration?purpose=JUDGE_TESTS&kind=model");
  }

  @Test
  void isJsonOnRequest() {
    assertThat(trial.call("calibration", "--json").out())
        .startsWith("{")
        .contains("\"weight\" : 1.75");
  }

  @Test
  void showsWhereCouncilsAreWorthTheirTokens() {
    Outcome dominance = trial.call("calibration", "dominance");

    assertThat(dominance.status()).as(dominance.err()).isZero();
    assertThat(dominance.out())
        .containsPattern("PLAN +architect +council +25 +80% \\(61% to 91%\\) +12345 +6\\.48")
        .containsPattern("PLAN +architect +single +0\\n")
        .containsPattern("PLAN +architect +-10% \\(-32% to 13%\\) +no difference");
  }

  @Test
  void showsDominanceAsJsonOnRequest() {
    assertThat(trial.call("calibration", "dominance", "--json").out())
        .contains("\"verdict\" : \"no_difference\"");
  }
}
