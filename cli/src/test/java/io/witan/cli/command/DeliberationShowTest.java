package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliberationShowTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;
  private String id;

  @BeforeEach
  void oneHasEnded() {
    server = FakeWitan.start();
    server.admit("paula", "po");
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
    server.fleet().withTask("T-1");
    id = server.fleet().withDeliberation("T-1", DeliberationShowTest::checked);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void checked(ObjectNode place) {
    ObjectNode policy = place.putArray("checks").addObject();
    policy.put("check", "policy").put("outcome", "FAILED").put("message", "paths of the patch");
    ObjectNode outside = policy.putArray("findings").addObject();
    outside.put("file", "etc/a.py").put("line", 0).put("severity", "ERROR");
    outside.put("text", "it may not be changed");
    ObjectNode word = policy.withArray("findings").addObject();
    word.put("file", "src/b.py").put("line", 7).put("severity", "ERROR").put("text", "eval");
    ObjectNode lint = place.withArray("checks").addObject();
    lint.put("check", "lint").put("outcome", "PASSED").put("message", "2 files, 2 parsed");
    lint.putArray("findings");
    ObjectNode dryRun = place.withArray("checks").addObject();
    dryRun.put("check", "dry_run").put("outcome", "NOT_APPLICABLE").put("message", "no manifest");
    dryRun.putArray("findings");
  }

  @Test
  void showsTheRankingAndWhatWasCheckedAboutEachProposal() {
    Outcome shown = trial.call("deliberation", "show", id);

    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("about        task T-1", "status       COMPLETED", "Ranking", "Checks")
        .containsPattern("1 +agent-1 +0\\.750 +no")
        .containsPattern("1 +policy +failed +etc/a\\.py: it may not be changed \\(and 1 more\\)")
        .containsPattern("1 +lint +passed +2 files, 2 parsed")
        .containsPattern("1 +dry_run +not applicable +no manifest");
  }

  @Test
  void showsWhatProposalsMustKeepTo() {
    ObjectNode kept = server.fleet().all("deliberation").get(0);
    ObjectNode constraints = kept.putObject("constraints");
    constraints.putArray("allowed_paths").add("src/**");
    constraints.putArray("asked_paths").add("src/pay/");

    assertThat(trial.call("deliberation", "show", id).out())
        .contains("must keep to", "files: src/**", "of those only: src/pay/");
  }

  @Test
  void passesOnAllOfItAsJson() {
    Outcome shown = trial.call("deliberation", "show", id, "--json");

    assertThat(shown.out()).contains("\"outcome\" : \"FAILED\"", "\"line\" : 7");
  }

  @Test
  void saysWhenThereIsNone() {
    Outcome refused = trial.call("deliberation", "show", "d-none");

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("d-none");
  }
}
