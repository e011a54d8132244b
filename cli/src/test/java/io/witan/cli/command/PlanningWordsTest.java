package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The words about projects, epics, stories, tasks, plans and decisions. */
class PlanningWordsTest {
  private static final String STORY =
      "# Pay by card\n\nA brief.\n\n## Acceptance criteria\n- one\n- two\n";

  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
    server.admit("paula", "po");
    trial.file("story.md", STORY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The id of the first thing of a kind; a whole story is made when there is none. */
  private String id(String kind) {
    if (server.fleet().all(kind).isEmpty()) {
      assertThat(trial.call("run", "story.md").status()).isZero();
    }
    return server.fleet().all(kind).get(0).path(kind + "_id").asText();
  }

  private String done(String... words) {
    Outcome outcome = trial.call(words);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private static String firstWord(String said) {
    return said.substring(0, said.indexOf(' '));
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "epic", "story", "task", "plan", "decision"})
  void groupsSayWhatMayFollowThem(String group) {
    Outcome alone = trial.call(group);

    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("Examples:", group + ": say list, show");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project list",
        "project show",
        "project create",
        "project delete",
        "epic list",
        "epic show",
        "epic create",
        "epic delete",
        "story create",
        "story move",
        "story delete",
        "task list",
        "task show",
        "task history",
        "task stats",
        "task claim",
        "task heartbeat",
        "task commit",
        "task approve",
        "task reject",
        "task revise",
        "task discard",
        "task retry",
        "task assign",
        "story history",
        "task delete",
        "plan list",
        "plan show",
        "plan approve",
        "plan reject",
        "decision list",
        "decision show",
        "decision create",
        "decision approve",
        "decision reject"
      })
  void everyWordHasHelpWithAnExampleOfItself(String words) {
    List<String> call = List.of((words + " --help").split(" ", -1));

    assertThat(done(call.toArray(String[]::new)))
        .contains("Examples:", "./witan " + words, "--json");
  }

  @Nested
  class Projects {
    @Test
    void areOpenedListedShownAndDeleted() {
      String id = firstWord(done("project", "create", "Shop", "--description", "The web shop"));

      assertThat(done("project", "list")).contains("PROJECT", id, "Shop");
      assertThat(done("project", "show", id)).contains("Shop", "The web shop");
      assertThat(
              Json.parse(done("project", "show", id, "--json")).orElseThrow().path("name").asText())
          .isEqualTo("Shop");
      assertThat(done("project", "delete", id)).isEqualTo(id + " is archived\n");
      assertThat(done("project", "list")).doesNotContain(id);
      assertThat(done("project", "list", "--archived")).contains(id, "archived");
      assertThat(done("project", "show", id)).contains("archived");
    }

    @Test
    void thatChangedAreNotDeletedByWhoSawAnotherVersion() {
      String id = firstWord(done("project", "create", "Shop"));

      Outcome stale = trial.call("project", "delete", id, "--if-version", "7");

      assertThat(stale.status()).isEqualTo(1);
      assertThat(stale.err()).contains("it has changed");
      assertThat(done("project", "delete", id, "--if-version", "1")).contains("archived");
    }
  }

  @Nested
  class Epics {
    @Test
    void areOpenedListedShownAndDeleted() {
      String project = id("project");
      String id =
          firstWord(done("epic", "create", project, "Checkout", "--description", "Pay and go"));

      assertThat(done("epic", "list", "--project", project)).contains("EPIC", id, "Checkout");
      assertThat(done("epic", "list", "--project", "PROJ-other")).doesNotContain(id);
      assertThat(done("epic", "show", id)).contains("Checkout", project, "Pay and go");
      assertThat(done("epic", "delete", id)).contains(id + " is archived");
      assertThat(done("epic", "list", "--archived")).contains(id, "archived");
    }
  }

  @Nested
  class Stories {
    @Test
    void areWrittenFromAFileMovedAndDeleted() {
      String id = firstWord(done("story", "create", id("epic"), "story.md"));

      assertThat(done("story", "show", id)).contains("Pay by card", "CRITERION", "EVIDENCE");
      assertThat(done("story", "move", id, "PO_REVIEW")).isEqualTo(id + " is PO_REVIEW\n");
      Outcome odd = trial.call("story", "move", id, "DONE");
      assertThat(odd.status()).isEqualTo(1);
      assertThat(done("story", "delete", id)).contains("archived");
      assertThat(done("story", "list")).doesNotContain(id);
      assertThat(done("story", "list", "--archived", "--epic", id("epic"))).contains(id);
      assertThat(done("story", "show", id)).contains(", archived");
    }

    @Test
    void goOnWithAReasonAndOnTheVersionThatWasSeen() {
      String id = firstWord(done("story", "create", id("epic"), "story.md"));

      assertThat(done("story", "move", id, "PO_REVIEW", "--if-version", "1", "--reason", "a spike"))
          .contains("PO_REVIEW");
      assertThat(trial.call("story", "move", id, "DRAFT", "--if-version", "1").status())
          .isEqualTo(1);
    }
  }

  @Nested
  class Tasks {
    @Test
    void areListedShownAndDeleted() {
      String id = id("task");

      assertThat(done("task", "list", id("story"))).contains("TASK", id);
      assertThat(done("task", "show", id)).contains("task", id);
      assertThat(done("task", "delete", id, "--json")).contains("\"archived\" : true");
      assertThat(done("task", "list", id("story"))).doesNotContain(id);
    }
  }

  @Nested
  class Plans {
    @Test
    void areListedShownAndRejected() {
      String id = id("plan");

      assertThat(done("plan", "list", id("story"))).contains("PLAN", "VERSION", id, "APPROVED");
      assertThat(done("plan", "show", id)).contains("digest", "cd", "Tasks");
      assertThat(done("plan", "reject", id, "Too large"))
          .isEqualTo(id + " is REJECTED; thought about again in D-again\n");
    }

    @Test
    void areApprovedForWhatWasShown() {
      Outcome stale = trial.call("plan", "approve", id("plan"), "--digest", "other");

      assertThat(stale.status()).isEqualTo(1);
      assertThat(stale.err()).contains("not the plan that was shown");
      assertThat(done("plan", "approve", id("plan"), "--digest", "cd", "--note", "Go"))
          .contains("is APPROVED");
    }
  }

  @Nested
  class Decisions {
    private String proposed() {
      return firstWord(
          done(
              "decision",
              "create",
              id("story"),
              "Which store",
              "--option",
              "Graph",
              "--option",
              "Files",
              "--chosen",
              "Graph",
              "--why",
              "One backup",
              "--plan",
              id("plan"),
              "--affects",
              id("task"),
              "--supersedes",
              "DEC-0"));
    }

    @Test
    void areProposedListedAndShown() {
      String id = proposed();

      assertThat(done("decision", "list", id("story"))).contains("DECISION", id, "Graph");
      assertThat(done("decision", "show", id))
          .contains("Which store", "Files", "One backup", "DEC-0", id("task"), id("plan"));
      assertThat(done("decision", "list", id("story"), "--json")).contains("\"items\"");
    }

    @Test
    void areApprovedOrRejected() {
      String id = proposed();

      assertThat(done("decision", "approve", id)).isEqualTo(id + " is APPROVED\n");
      assertThat(done("decision", "reject", id, "Too dear")).contains("is REJECTED");
    }

    @Test
    void needOptionsAndAReason() {
      Outcome bare = trial.call("decision", "create", id("story"), "Which store");

      assertThat(bare.status()).isEqualTo(2);
      assertThat(bare.err()).contains("--option", "--chosen", "--why");
    }
  }
}
