package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandsTest {
  private static final String GRAPH =
      """
      {"story_id": "s-1", "critical_hours": 6, "critical_path": ["T-1", "T-3"], "ready": ["T-2"],
       "dependencies": [{"task_id": "T-3", "depends_on": "T-1", "reason": "it calls it"}],
       "tasks": [
         {"task_id": "T-1", "title": "The service", "status": "completed", "estimated_hours": 4,
          "earliest_start": 0, "earliest_finish": 4, "slack_hours": 0, "critical": true,
          "ready": false},
         {"task_id": "T-2", "title": "The guide", "status": "todo", "estimated_hours": 6,
          "earliest_start": 0, "earliest_finish": 6, "slack_hours": 0, "critical": true,
          "ready": true},
         {"task_id": "T-3", "title": "The page", "status": "in_progress", "estimated_hours": 2,
          "earliest_start": 4, "earliest_finish": 6, "slack_hours": 0, "critical": true,
          "ready": false}]}
      """;

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
  class The_graph_of_tasks {
    @ParameterizedTest
    @ValueSource(strings = {"story", "plan"})
    void marks_the_critical_path_and_what_can_begin(String group) {
      server.answerNext("/X-1/dag", 200, GRAPH);

      Outcome shown = trial.call(group, "dag", "X-1");

      assertThat(shown.status()).isZero();
      assertThat(shown.out())
          .containsPattern("\\* +T-1 +completed +4 +0 +0 +The service")
          .containsPattern("= +T-2 +ready +6 +0 +0 +The guide")
          .containsPattern("\\* +T-3 +in_progress +2 +4 +0 +T-1 +The page")
          .contains("critical path, 6 hours: T-1 -> T-3", "ready: T-2");
    }

    @Test
    void is_one_document_for_programs() {
      server.answerNext("/X-1/dag", 200, GRAPH);

      assertThat(
              Json.parse(trial.call("plan", "dag", "X-1", "--json").out())
                  .orElseThrow()
                  .path("critical_path"))
          .hasSize(2);
    }

    @Test
    void may_be_empty() {
      server.answerNext(
          "/X-1/dag",
          200,
          "{\"story_id\": \"s-1\", \"critical_hours\": 0, \"tasks\": [], \"ready\": []}");

      assertThat(trial.call("plan", "dag", "X-1").out()).contains("no tasks yet");
    }

    @Test
    void may_have_nothing_that_can_begin() {
      server.answerNext("/X-1/dag", 200, GRAPH.replace("[\"T-2\"]", "[]"));

      assertThat(trial.call("plan", "dag", "X-1").out()).contains("ready: nothing");
    }
  }

  @Nested
  class A_derivation {
    private static final String FAILED =
        """
        {"plan_id": "PL-1", "story_id": "s-1", "status": "FAILED", "tasks": 0,
         "derivation_id": "derive-PL-1", "deliberation_id": "D-1",
         "reason": "the tasks wait for each other in a circle: T1 -> T2 -> T1",
         "requires_manual_review": true, "what_to_do": "Read the reason"}
        """;

    @Test
    void is_asked_for() {
      server.answerNext(
          "/PL-1/derivation",
          202,
          FAILED
              .replace("FAILED", "REQUESTED")
              .replace("true", "false")
              .replaceFirst("\"reason\": \"[^\"]*\",", ""));

      Outcome shown = trial.call("plan", "derive", "PL-1");

      assertThat(shown.status()).isZero();
      assertThat(shown.out()).contains("REQUESTED, 0 tasks").doesNotContain("reason  ", "person");
    }

    @Test
    void that_failed_says_why_and_what_to_do() {
      server.answerNext("/PL-1/derivation", 200, FAILED);

      assertThat(trial.call("plan", "derive", "PL-1", "--status").out())
          .contains("FAILED, 0 tasks, a person has to look at it")
          .contains("reason  the tasks wait for each other in a circle: T1 -> T2 -> T1")
          .contains("next    Read the reason");
    }

    @Test
    void is_one_document_for_programs() {
      server.answerNext("/PL-1/derivation", 200, FAILED);

      assertThat(
              Json.parse(trial.call("plan", "derive", "PL-1", "--status", "--json").out())
                  .orElseThrow()
                  .path("requires_manual_review")
                  .asBoolean())
          .isTrue();
    }
  }

  @Nested
  class Derivations {
    private static final String ONE =
        """
        {"items": [{"plan_id": "PL-1", "story_id": "s-1", "status": "FAILED", "tasks": 0,
          "reason": "T1 -> T2 -> T1", "updated_at": "2026-03-02T12:00:00Z",
          "requires_manual_review": true, "what_to_do": "Read the reason"}], "total": 1}
        """;

    @Test
    void that_wait_for_a_person_are_listed_with_the_reason() {
      server.answerNext("/derivations", 200, ONE);

      Outcome shown = trial.call("plan", "derivations", "--status", "FAILED", "--total");

      assertThat(shown.status()).isZero();
      assertThat(shown.out())
          .containsPattern("PL-1 +FAILED +0 +2026-03-02T12:00:00Z +s-1 +T1 -> T2 -> T1")
          .contains("1 in all");
      assertThat(server.lists())
          .last()
          .asString()
          .startsWith("/derivations?")
          .contains("status=FAILED", "total=true");
    }

    @Test
    void are_one_document_for_programs() {
      server.answerNext("/derivations", 200, ONE);

      assertThat(
              Json.parse(trial.call("plan", "derivations", "--story", "s-1", "--json").out())
                  .orElseThrow()
                  .path("items"))
          .hasSize(1);
    }
  }

  @Nested
  class A_judgement_of_readiness {
    private static final String JUDGED =
        """
        {"score": 100, "ready": true, "criteria": [],
         "judgement": {"deliberation_id": "D-1", "status": "JUDGED", "out_of_date": true,
           "score": 75, "what_to_do": "Ask again",
           "criteria": [{"name": "ESTIMATE", "points": 0, "of": 20, "evidence": "",
             "reason": "no size"}]},
         "gate": {"judge": "council", "open": false, "reason": "it is about an earlier text"}}
        """;

    @Test
    void is_asked_for() {
      server.answerNext(
          "/s-1/readiness/judgement",
          202,
          """
          {"score": 100, "ready": true, "criteria": [],
           "judgement": {"deliberation_id": "D-1", "status": "REQUESTED", "out_of_date": false,
             "what_to_do": "Wait for deliberation D-1"},
           "gate": {"judge": "rules", "score": 100, "open": true}}
          """);

      Outcome shown = trial.call("story", "judge", "s-1");

      assertThat(shown.status()).isZero();
      assertThat(shown.out())
          .contains("rules   100 of 100", "council REQUESTED", "next    Wait for deliberation D-1")
          .contains("gate    by rules, open")
          .doesNotContain("CRITERION", "reason  ");
    }

    @Test
    void is_shown_with_what_was_found_and_what_the_gate_makes_of_it() {
      server.answerNext("/s-1/readiness", 200, JUDGED);

      assertThat(trial.call("story", "judge", "s-1", "--status").out())
          .contains("council JUDGED, 75 of 100, about an earlier text")
          .containsPattern("ESTIMATE +0 of 20 +no size")
          .contains("gate    by council, closed: it is about an earlier text");
    }

    @Test
    void that_failed_says_why() {
      server.answerNext(
          "/s-1/readiness",
          200,
          JUDGED
              .replace("JUDGED", "FAILED")
              .replace("\"score\": 75", "\"reason\": \"nobody came\""));

      assertThat(trial.call("story", "judge", "s-1", "--status").out())
          .contains("council FAILED", "reason  nobody came");
    }

    @Test
    void may_not_have_been_asked_for() {
      server.answerNext(
          "/s-1/readiness",
          200,
          "{\"score\": 40, \"gate\": {\"judge\": \"rules\", \"score\": 40, \"open\": false, \"reason\": \"below 80\"}}");

      assertThat(trial.call("story", "judge", "s-1", "--status").out())
          .contains("rules   40 of 100", "council not asked", "gate    by rules, closed: below 80");
    }

    @Test
    void is_one_document_for_programs() {
      server.answerNext("/s-1/readiness", 200, JUDGED);

      assertThat(
              Json.parse(trial.call("story", "judge", "s-1", "--status", "--json").out())
                  .orElseThrow()
                  .path("judgement")
                  .path("score")
                  .asInt())
          .isEqualTo(75);
    }
  }

  @Test
  void without_a_word_the_help_is_shown() {
    Outcome shown = trial.call("plan");

    assertThat(shown.status()).isEqualTo(2);
    assertThat(shown.err()).contains("dag", "./witan plan dag");
  }
}
