package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import io.witan.cli.story.Digests;
import io.witan.cli.term.Style;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final String STORY =
      "# Greet in three languages\n\nA brief.\n\n## Acceptance criteria\n\n- Given a, then b\n- it shows c\n";

  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    trial = new Trial(folder, server).with("WITAN_PATIENCE", "0");
    trial.file("story.md", STORY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String state() {
    List<? extends JsonNode> stories = server.fleet().all("story");
    return stories.get(stories.size() - 1).path("state").asText();
  }

  private String commitOf(int task) {
    return server.fleet().all("workflow").get(task).path("artifacts").path("commit_sha").asText();
  }

  @Nested
  class AFirstRun {

    @Test
    void takesTheStoryToDone() {
      Outcome run = trial.call("run", "story.md");

      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(state()).isEqualTo("DONE");
      assertThat(server.fleet().all("story").get(0).path("title").asText())
          .isEqualTo("Greet in three languages");
    }

    @Test
    void showsItsClaimWithWhateverItDoesToATaskThatItHolds() {
      server.fleet().demandTokens();

      Outcome run = trial.call("run", "story.md");

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void showsStatesTurnsAndGatesAsTheyHappen() {
      String out = trial.call("run", "story.md").out();

      assertThat(out)
          .containsSubsequence(
              "DRAFT -> PO_REVIEW",
              "100 of 100",
              "PO_REVIEW -> READY_FOR_PLANNING",
              "propose",
              "critique agent-2 of agent-1, score 0.75",
              "revise",
              "1. agent-1 0.75",
              "The plan",
              "APPROVE_PLAN by demo-po",
              "PLANNED -> READY_FOR_EXECUTION",
              "CLAIM_TASK by demo-dev -> implementing",
              "READY_FOR_EXECUTION -> IN_PROGRESS",
              "COMMIT_CODE by demo-dev -> pending_arch_review",
              "APPROVE_DESIGN by demo-architect -> pending_qa",
              "APPROVE_TESTS by demo-qa -> pending_po_approval",
              "APPROVE_STORY by demo-po -> done",
              "IN_PROGRESS -> CODE_REVIEW",
              "CODE_REVIEW -> TESTING",
              "TESTING -> READY_TO_REVIEW",
              "READY_TO_REVIEW -> ACCEPTED",
              "ACCEPTED -> DONE",
              "chains, verified",
              "./witan audit s-",
              "/api/docs");
    }

    @Test
    void saysRehearsalOnEveryLineAboutTurnsAndProposals() {
      List<String> lines = trial.call("run", "story.md").out().lines().toList();

      assertThat(lines)
          .filteredOn(
              line -> line.matches("^(turn|rank|think|plan|winner|scores|commit) .*|.* score .*"))
          .hasSizeGreaterThan(10)
          .allMatch(line -> line.contains("[rehearsal]"));
    }

    @Test
    void doesNotSayRehearsalWhereAModelWasAsked() {
      server.fleet().model("tiny");

      assertThat(trial.call("run", "story.md").out())
          .contains("by openai tiny")
          .doesNotContain("rehearsal");
    }

    @Test
    void saysOnceThatAModelIsSilent() {
      server.fleet().model("tiny");
      server.fleet().staySilent(3);

      assertThat(trial.call("run", "story.md").out())
          .containsOnlyOnce("no turn is answered yet: the server goes on asking openai tiny")
          .contains("without one: ./witan down");
    }

    @Test
    void saysOnceWhyAModelCannotBeReached() {
      server.fleet().model("tiny");
      server.fleet().waitForModel(3, "connection refused");

      assertThat(trial.call("run", "story.md").out())
          .containsOnlyOnce("waiting for openai tiny: connection refused");
    }

    @Test
    void isPlainAsciiUnlessSomebodyLooks() {
      assertThat(trial.call("run", "story.md").out()).matches("[\\x20-\\x7e\\n]*");
      assertThat(trial.typing(Style.RICH, "", "run", "story.md", "--again").out())
          .contains("\u2192", "\u001b[");
    }

    @Test
    void doesTasksInTheOrderOfTheirDependencies() {
      assertThat(trial.call("run", "story.md").out())
          .containsSubsequence("1 of 2: T-", "\"First\"", "2 of 2: T-", "\"Second\"");
    }

    @Test
    void hasEachGatePassedByItsOwnUser() throws IOException {
      trial.call("run", "story.md");

      assertThat(server.roleOf("demo-po")).isEqualTo("po");
      assertThat(server.roleOf("demo-dev")).isEqualTo("developer");
      assertThat(server.roleOf("demo-architect")).isEqualTo("architect");
      assertThat(server.roleOf("demo-qa")).isEqualTo("qa");
      Path passwords = folder.resolve(".witan/data/cli/demo-users.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
          .isEqualTo("rw-------");
    }

    @Test
    void commitsEachTaskToTheScratchRepository() {
      Outcome run = trial.call("run", "story.md", "--json");

      JsonNode result = Json.parse(run.out()).orElseThrow();
      assertThat(Path.of(result.path("repository").asText(), "work-notes")).isNotEmptyDirectory();
      assertThat(result.path("tasks"))
          .hasSize(2)
          .allMatch(task -> task.path("commit_sha").asText().length() == 40);
      assertThat(result.path("rehearsal").asBoolean()).isTrue();
      assertThat(result.path("story").path("state").asText()).isEqualTo("DONE");
      assertThat(result.path("audit").path("verified").asBoolean()).isTrue();
      assertThat(run.err()).contains("DRAFT -> PO_REVIEW");
    }
  }

  @Nested
  class AStoryThatIsNotReady {

    @BeforeEach
    void lower() {
      server.fleet().score(60);
    }

    @Test
    void isPlannedWithWhatIsMissingAsTheRecordedReason() {
      Outcome run = trial.call("run", "story.md");

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("60 of 100", "below 80, overridden");
      assertThat(server.fleet().reasons())
          .contains("planned at readiness 60: estimate: no size is named");
    }

    @Test
    void asksThePersonWhenThereIsOne() {
      Outcome run = trial.typing("y\na\nq\n", "run", "story.md", "--interactive");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("below 80", "stopped by you");
      assertThat(run.out()).doesNotContain("overridden");
      assertThat(state()).isEqualTo("READY_FOR_PLANNING");
    }
  }

  @Nested
  class AStoryThatACouncilJudges {

    @Test
    void isJudgedFirstAndThenPlanned() {
      server.fleet().score(60);
      server.fleet().judgedByCouncil(85);

      Outcome run = trial.call("run", "story.md");

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("readiness of s-").doesNotContain("overridden");
      assertThat(server.fleet().all("deliberation"))
          .filteredOn(one -> one.path("purpose").asText().equals("READINESS"))
          .hasSize(1);
    }

    @Test
    void isPlannedAllTheSameWithTheCouncilsWordAsTheRecordedReason() {
      server.fleet().judgedByCouncil(70);

      assertThat(trial.call("run", "story.md").out()).contains("overridden");
      assertThat(server.fleet().reasons())
          .contains("planned at readiness 100 by the rules: the council is not convinced");
    }
  }

  @Nested
  class ASecondRun {

    @Test
    void showsTheFirstResultAndWritesNothing() {
      trial.call("run", "story.md");
      List<String> before = server.writes();

      Outcome second = trial.call("run", "story.md");

      assertThat(second.status()).isZero();
      assertThat(second.out()).contains("nothing is written", "is DONE", "agent-1", "verified");
      assertThat(server.writes()).isEqualTo(before);
      assertThat(server.fleet().all("story")).hasSize(1);
    }

    @Test
    void showsItEvenWhenTheDemoUsersAreForgotten() throws IOException {
      trial.call("run", "story.md");
      Files.delete(folder.resolve(".witan/data/cli/demo-users.json"));

      assertThat(trial.call("run", "story.md").out()).contains("is DONE");
    }

    @Test
    void startsANewStoryWhenToldTo() {
      trial.call("run", "story.md");

      assertThat(trial.call("run", "story.md", "--again").status()).isZero();
      assertThat(server.fleet().all("story"))
          .hasSize(2)
          .allMatch(one -> one.path("state").asText().equals("DONE"));
      assertThat(trial.call("run", "story.md").out())
          .contains(server.fleet().all("story").get(1).path("story_id").asText());
    }

    @Test
    void ofOtherContentStartsAnotherStoryInTheSameEpic() {
      trial.call("run", "story.md");
      trial.file("story.md", STORY + "\nMore.\n");

      trial.call("run", "story.md");

      assertThat(server.fleet().all("story")).hasSize(2);
      assertThat(server.fleet().all("epic")).hasSize(1);
      assertThat(server.fleet().all("project")).hasSize(1);
    }
  }

  @Nested
  class ARunThatIsCutOff {

    @Test
    void goesOnFromWhereverItWasAndWritesNothingTwice() {
      trial.call("run", "story.md");
      int writes = server.writes().size();

      for (int cut = 1; cut < writes; cut++) {
        try (FakeWitan other = FakeWitan.start()) {
          Trial again = new Trial(folder.resolve("cut-" + cut), other).with("WITAN_PATIENCE", "0");
          again.file("story.md", STORY);
          other.dieAfter(cut);
          assertThat(again.call("run", "story.md").status()).as("cut after %d", cut).isEqualTo(3);
          other.revive();

          Outcome second = again.call("run", "story.md");

          assertThat(second.err()).as("cut after %d", cut).isEmpty();
          assertThat(second.status()).isZero();
          assertThat(other.writes())
              .as("cut after %d", cut)
              .hasSameElementsAs(other.writes())
              .hasSize(writes);
          assertThat(other.fleet().all("story")).hasSize(1);
        }
      }
    }

    @Test
    void goesOnWithAnUnfinishedStoryEvenWhenToldToStartAgain() {
      server.dieAfter(10);
      trial.call("run", "story.md");
      server.revive();

      Outcome again = trial.call("run", "story.md", "--again");

      assertThat(again.out()).contains("story   s-", "found again, ");
      assertThat(server.fleet().all("story")).hasSize(1);
      assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void survivesAServerThatIsBusyAndTokensThatExpire() {
      trial.with("WITAN_PATIENCE", "20");
      trial.call("run", "story.md");
      server.expireTokens();
      server.stumbleEvery(5);

      Outcome run = trial.call("run", "story.md", "--again");

      assertThat(run.status()).isZero();
      assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void waitsForAServerThatIsStarted() {
      trial.with("WITAN_PATIENCE", "20");
      server.startAgainEvery(7);

      Outcome run = trial.call("run", "story.md");

      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("does not answer, trying again");
      assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void isNotJoinedByAnotherRunOfTheSameFile() throws IOException {
      Path lock =
          folder.resolve(
              ".witan/data/cli/runs/" + Digests.sha256(STORY).substring(0, 16) + ".lock");
      Files.createDirectories(lock.getParent());
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        assertThat(channel.lock().isValid()).isTrue();

        assertThat(trial.call("run", "story.md").err()).contains("another run works on this file");
      }
      assertThat(trial.call("run", "story.md").status()).isZero();
    }

    @Test
    void triesAnotherDeliberationAfterAFailedOne() {
      server.fleet().failDeliberations(1);
      Outcome first = trial.call("run", "story.md");
      assertThat(first.status()).isEqualTo(1);
      assertThat(first.err()).contains("every agent failed", "tries again");

      assertThat(trial.call("run", "story.md").status()).isZero();
      assertThat(state()).isEqualTo("DONE");
    }
  }

  @Nested
  class AnInteractiveRun {

    @Test
    void asksAtEachGate() {
      // plan it, approve plan, two tasks of three gates, accept
      Outcome run = trial.typing("y\na\na\na\na\na\na\na\na\n", "run", "story.md", "--interactive");

      assertThat(run.status()).isZero();
      assertThat(run.err())
          .contains(
              "Approve this plan?",
              "Is the design right?",
              "Do the tests pass?",
              "Is this what was wanted?",
              "Accept the story?");
      assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void sendsRejectedWorkBackForAnotherRound() {
      String input =
          "y\na\nr\nshort\nthe design is too wide\na\nr\nthe tests are too few\na\na\na\na\na\na\na\n";

      Outcome run = trial.typing(input, "run", "story.md", "--interactive");

      assertThat(run.err()).contains("that has 5 characters");
      assertThat(run.status()).isZero();
      assertThat(run.out())
          .containsSubsequence(
              "REJECT_DESIGN",
              "REVISE_CODE",
              "COMMIT_CODE",
              "REJECT_TESTS",
              "REVISE_CODE",
              "COMMIT_CODE");
      assertThat(server.fleet().all("deliberation")).hasSize(5);
    }

    @Test
    void asksForAnotherPlanWhenOneIsRejected() {
      Outcome run =
          trial.typing("y\nr\nthis is far too much\na\nq\n", "run", "story.md", "--interactive");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).containsSubsequence("REJECT_PLAN", "PL-", "APPROVE_PLAN");
    }

    @Test
    void endsWhenEveryTaskIsCancelled() {
      String reject = "r\nnot what was wanted\n";

      Outcome run =
          trial.typing(
              "y\na\na\na\n" + reject + "a\na\n" + reject, "run", "story.md", "--interactive");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("CARRY_OVER", "--again");
      assertThat(trial.call("run", "story.md").err()).contains("CARRY_OVER", "--again");
      assertThat(trial.call("run", "story.md", "--again").status()).isZero();
      assertThat(server.fleet().all("story")).hasSize(2);
      assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void stopsWhenThePersonQuitsAndGoesOnLater() {
      assertThat(trial.typing("y\na\nq\n", "run", "story.md", "--interactive").status())
          .isEqualTo(1);

      assertThat(trial.call("run", "story.md").status()).isZero();
      assertThat(state()).isEqualTo("DONE");
    }
  }

  @Nested
  class DemoUsersWhosePasswordsAreLost {

    @BeforeEach
    void lose() throws IOException {
      trial.call("run", "story.md");
      Files.delete(folder.resolve(".witan/data/cli/demo-users.json"));
    }

    @Test
    void areToldOfWithTheWayOut() {
      Outcome run = trial.call("run", "story.md", "--again");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("user demo-po already", "--user-suffix 2");
    }

    @Test
    void areReplacedByNewNamesFromThenOn() {
      assertThat(trial.call("run", "story.md", "--again", "--user-suffix", "2").status()).isZero();

      Outcome later = trial.call("run", "story.md", "--again");

      assertThat(later.status()).isZero();
      assertThat(later.out()).contains("demo-dev-2");
    }
  }

  @Nested
  class AWantedModel {

    @Test
    void mustBeTheOneThatTheServerAsks() {
      Outcome run =
          trial.call("run", "story.md", "--model-url", "http://127.0.0.1:1/v1", "--model", "tiny");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("taken by rehearsal, not by tiny", "witan.openai.model=tiny");
      assertThat(server.writes()).isEmpty();
    }

    @Test
    void isFineWhenItIs() {
      server.fleet().model("tiny");

      assertThat(
              trial
                  .call(
                      "run", "story.md", "--model-url", "http://127.0.0.1:1/v1", "--model", "tiny")
                  .status())
          .isZero();
    }

    @Test
    void needsAddressAndName() {
      assertThat(trial.call("run", "story.md", "--model", "tiny").status()).isEqualTo(2);
    }
  }

  @Nested
  class AnotherRepository {

    @Test
    void getsThePatchesOfTheProposals() throws Exception {
      Path repository = folder.resolve("mine");
      try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
        Files.writeString(repository.resolve("a.txt"), "a\n");
        git.add().addFilepattern(".").call();
        git.commit()
            .setMessage("first")
            .setAuthor("me", "me@localhost")
            .setCommitter("me", "me@localhost")
            .setSign(false)
            .call();
      }
      server.fleet().workText("```diff\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-a\n+b\n```\n");

      assertThat(trial.call("run", "story.md", "--repo", "mine").status()).isZero();

      assertThat(repository.resolve("a.txt")).hasContent("b\n");
      assertThat(commitOf(0)).isNotEqualTo(commitOf(1));
    }
  }

  @Test
  void saysWhenTheAuditTrailIsBroken() {
    server.fleet().breakChains();

    Outcome run = trial.call("run", "story.md");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("BROKEN");
  }

  @Test
  void namesWhatIsWrongWithTheFileBeforeItAsksTheServer() {
    server.close();

    assertThat(trial.call("run", "none.md").status()).isEqualTo(2);
    assertThat(trial.call("run", "story.md").status()).isEqualTo(3);
  }

  @Test
  void needsTheAdministratorOnlyWhileDemoUsersAreMissing() throws IOException {
    Files.delete(folder.resolve(".witan/data/witan/admin.password"));

    Outcome run = trial.call("run", "story.md");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("admin.password", "WITAN_ADMIN_PASSWORD");
    assertThat(
            trial
                .with("WITAN_ADMIN_PASSWORD", FakeWitan.ADMIN_PASSWORD)
                .call("run", "story.md")
                .status())
        .isZero();
  }
}
