package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task taken through its gates word by word, by people who each hold one role. */
class TaskDeedsTest {
  private static final String TASK = "T-1";

  @TempDir Path folder;
  private FakeWitan server;

  @BeforeEach
  void oneTaskWaits() {
    server = FakeWitan.start();
    List.of("dora developer", "anna architect", "quentin qa", "paula po")
        .forEach(one -> server.admit(one.split(" ", -1)[0], one.split(" ", -1)[1]));
    server.fleet().withTask(TASK);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome as(String user, String... words) {
    return new Trial(folder, server).with("WITAN_TOKEN", user + ".0").call(words);
  }

  private String done(String user, String... words) {
    Outcome outcome = as(user, words);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private ObjectNode workflow() {
    return server.fleet().all("workflow").get(0);
  }

  private String token() {
    return workflow().path("fencing_token").asText();
  }

  private void committed() {
    done("dora", "task", "claim", TASK);
    done("dora", "task", "commit", TASK, "--sha", "6807ace", "--token", token());
  }

  @Nested
  class FromStartToEnd {
    @Test
    void eachGateIsPassedByTheSameFewWords() {
      server.fleet().demandTokens();

      assertThat(done("dora", "task", "claim", TASK))
          .isEqualTo("T-1 is implementing: held by dora, token 2, until 2026-03-01T10:15:00Z\n");
      assertThat(
              done("dora", "task", "commit", TASK, "--sha", "6807ace288", "--token", "2")
                  + done("anna", "task", "claim", TASK, "--as", "architect"))
          .contains("waits for architect", "held by anna, token 4");
      assertThat(done("anna", "task", "approve", TASK, "--token", "4")).contains("waits for qa");
      done("quentin", "task", "claim", TASK);
      assertThat(
              done("quentin", "task", "approve", TASK, "--token", token(), "--feedback", "Green"))
          .contains("waits for po");
      assertThat(done("paula", "task", "approve", TASK)).isEqualTo("T-1 is done\n");
    }

    @Test
    void resultsAreKept() {
      done("dora", "task", "claim", TASK);
      done(
          "dora",
          "task",
          "commit",
          TASK,
          "--sha",
          "6807ace",
          "--artifact",
          "model=Qwen/Qwen3-0.6B",
          "--artifact",
          "files_changed=Pay.java");

      JsonNode artifacts = workflow().path("artifacts");
      assertThat(artifacts.path("commit_sha").asText()).isEqualTo("6807ace");
      assertThat(artifacts.path("model").asText()).isEqualTo("Qwen/Qwen3-0.6B");
      assertThat(artifacts.path("files_changed").asText()).isEqualTo("Pay.java");
    }

    @Test
    void whatIsTurnedDownIsRevised() {
      committed();
      done("anna", "task", "claim", TASK);
      assertThat(
              done("anna", "task", "reject", TASK, "--feedback", "expired cards are not refused"))
          .isEqualTo("T-1 is arch_rejected: waits for developer\n");

      assertThat(done("dora", "task", "revise", TASK)).contains("implementing: held by dora");
    }

    @Test
    void theProductOwnerEndsIt() {
      done("dora", "task", "claim", TASK);

      assertThat(done("paula", "task", "discard", TASK, "--feedback", "not needed any more"))
          .isEqualTo("T-1 is cancelled\n");
    }

    @Test
    void theProductOwnerHasItBeginAnew() {
      committed();

      assertThat(done("paula", "task", "retry", TASK, "--reason", "wrong branch"))
          .isEqualTo("T-1 is todo: waits for developer\n");
    }

    @Test
    void answersAreJsonOnRequest() {
      JsonNode held = Json.parse(done("dora", "task", "claim", TASK, "--json")).orElseThrow();

      assertThat(held.path("state").asText()).isEqualTo("implementing");
      assertThat(held.path("fencing_token").asLong()).isEqualTo(2);
    }
  }

  @Nested
  class Refusals {
    @Test
    void sayWhatWouldBeLegal() {
      Outcome early = as("anna", "task", "approve", TASK);

      assertThat(early.status()).isEqualTo(1);
      assertThat(early.err())
          .contains(
              "nobody can approve task T-1 while it is todo",
              "legal: claim (developer), discard (po)",
              "./witan task show T-1");
      assertThat(server.writes()).isEmpty();
    }

    @Test
    void saySoWhenItHasEnded() {
      done("paula", "task", "discard", TASK);

      assertThat(as("dora", "task", "claim", TASK).err()).contains("legal: nothing, it has ended");
    }

    @Test
    void keepALateWorkerOut() {
      done("dora", "task", "claim", TASK);

      Outcome late = as("dora", "task", "commit", TASK, "--sha", "6807ace", "--token", "1");

      assertThat(late.status()).isEqualTo(1);
      assertThat(late.err()).contains("not the current one", "STALE_VERSION");
    }

    @Test
    void keepOtherRolesOut() {
      Outcome other = as("anna", "task", "claim", TASK);
      Outcome pretended = as("dora", "task", "claim", TASK, "--as", "qa");

      assertThat(other.err()).contains("needs the role developer", "./witan whoami");
      assertThat(pretended.err()).contains("needs the role developer");
    }

    @Test
    void wantALongerReason() {
      committed();
      done("anna", "task", "claim", TASK);

      Outcome curt = as("anna", "task", "reject", TASK, "--feedback", "no");

      assertThat(curt.status()).isEqualTo(1);
      assertThat(curt.err()).contains("feedback");
    }

    @Test
    void nameATaskThatIsNotThere() {
      Outcome unknown = as("dora", "task", "claim", "T-9");

      assertThat(unknown.status()).isEqualTo(1);
      assertThat(unknown.err()).contains("T-9", "NOT_FOUND");
    }

    @Test
    void keepOutWhoLookedAtAnotherVersion() {
      assertThat(as("dora", "task", "claim", TASK, "--if-version", "7").err())
          .contains("STALE_VERSION");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task claim",
        "task commit T-1",
        "task reject T-1",
        "task reject T-1 --feedback",
        "task approve T-1 --token two",
        "task commit T-1 --sha 6807ace --artifact model",
        "task history T-1 --at first"
      })
  void halfAWordIsAnsweredWithWhatIsMissing(String words) {
    Outcome half = as("dora", words.split(" ", -1));

    assertThat(half.status()).isEqualTo(2);
    assertThat(half.err())
        .containsAnyOf("Missing required", "Expected parameter", "Invalid value", "KEY=VALUE")
        .contains("Usage: witan");
  }

  @Nested
  class ThePage {
    @Test
    void tellsWhereTheTaskStandsAndWhatItWentThrough() {
      committed();
      done("anna", "task", "claim", TASK);
      workflow().put("due_at", "2026-03-01T12:00:00Z").putArray("breached").add("architect");
      workflow().putArray("authors").add("dora");

      assertThat(done("paula", "task", "show", TASK))
          .contains(
              "arch_reviewing",
              "held by anna, token 4, until",
              "2026-03-01T12:00:00Z",
              "late         architect",
              "authors      dora",
              "commit       6807ace",
              "APPROVE_DESIGN (architect), REJECT_DESIGN (architect), DISCARD_TASK (po)",
              "COMMIT_CODE");
    }

    @Test
    void hasBothTaskAndWorkflowAsJson() {
      JsonNode task = Json.parse(done("paula", "task", "show", TASK, "--json")).orElseThrow();

      assertThat(task.path("task_id").asText()).isEqualTo(TASK);
      assertThat(task.path("workflow").path("state").asText()).isEqualTo("todo");
    }

    @Test
    void isShortForATaskThatHasNotBegun() {
      server.fleet().withPlannedTask("T-2");

      assertThat(done("paula", "task", "show", "T-2")).contains("T-2").doesNotContain("Gates");
    }
  }

  @Nested
  class ThePast {
    @Test
    void isAListOfChanges() {
      committed();

      assertThat(done("paula", "task", "history", TASK))
          .contains("NO", "workflow.CLAIM_TASK", "dora", "abcdef0123")
          .doesNotContain("task.created");
      assertThat(done("paula", "task", "history", TASK, "--planned")).contains("task.created");
    }

    @Test
    void isWhatTheTaskWasAfterOneOfThem() {
      committed();

      assertThat(done("paula", "task", "history", TASK, "--at", "2"))
          .contains("workflow T-1 after change 2", "implementing", "claimed_by");
      assertThat(done("paula", "task", "history", TASK, "--at", "2", "--json"))
          .contains("\"properties\"");
    }

    @Test
    void endsSomewhere() {
      Outcome future = as("paula", "task", "history", TASK, "--at", "9");

      assertThat(future.status()).isEqualTo(1);
      assertThat(future.err()).contains("there is no entry 9", "the last is 1");
    }

    @Test
    void ofAStoryIsToldInTheSameWay() {
      String story = workflow().path("story_id").asText();

      assertThat(done("paula", "story", "history", story)).contains("story.created");
      assertThat(done("paula", "story", "history", story, "--at", "1")).contains("DRAFT");
    }
  }
}
