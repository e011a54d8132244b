package io.witan.workflow.adapter;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.testing.AWorkflow;
import io.witan.testing.Golden;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.domain.Retry;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.SlaTimes;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WorkflowEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowWireTest {
  private static AWorkflow in(TaskState state) {
    return aWorkflow().of("T-7").of(new StoryId("s-7")).in(state);
  }

  private static Telling done(TaskState state, TaskAction action, Actor by, String feedback) {
    return tell(
        value(
            in(state)
                .build()
                .perform(
                    action, by, Optional.empty(), new WorkDone(feedback, Map.of()), Moments.NOON)));
  }

  private static Telling routedFrom(TaskState state) {
    return tell(in(state).build().routeOn(Actor.system(), Moments.NOON).orElseThrow());
  }

  private static Telling tell(Change<TaskWorkflow, WorkflowEvent> change) {
    return WorkflowWire.tell(change.after(), change.event());
  }

  private static void mustBe(String file, Telling telling) {
    Golden.mustMatch("/io/witan/workflow/wire/" + file, telling.messages());
  }

  @Nested
  class A_task {
    @Test
    void that_starts_is_assigned_to_a_developer() {
      Telling telling =
          tell(TaskWorkflow.start(new TaskId("T-7"), new StoryId("s-7"), Moments.NOON));

      mustBe("started.json", telling);
      assertThat(telling.action()).isEqualTo("workflow.started");
    }

    @Test
    void that_is_claimed_has_changed() {
      mustBe("claimed.json", done(TaskState.TODO, TaskAction.CLAIM_TASK, People.DEV, ""));
    }

    @Test
    void that_waits_is_assigned_and_asks_for_validation() {
      mustBe("waits-for-architect.json", routedFrom(TaskState.DEV_COMPLETED));
      mustBe("waits-for-qa.json", routedFrom(TaskState.ARCH_APPROVED));
      mustBe("waits-for-po.json", routedFrom(TaskState.QA_PASSED));
    }

    @Test
    void that_holds_the_work_or_word_of_councils_names_them() {
      Map<String, String> artifacts =
          Map.of(
              "deliberation_id",
              "D-1",
              "architect_judgement",
              "D-2",
              "qa_judgement",
              "no id at all");

      mustBe(
          "councils.json",
          tell(
              value(
                  in(TaskState.QA_TESTING)
                      .build()
                      .perform(
                          TaskAction.APPROVE_TESTS,
                          People.QUINN,
                          Optional.empty(),
                          new WorkDone("", artifacts),
                          Moments.NOON))));
    }

    @Test
    void that_is_turned_down_says_why() {
      Telling telling =
          done(TaskState.QA_TESTING, TaskAction.REJECT_TESTS, People.QUINN, "The totals are wrong");

      mustBe("rejected.json", telling);
      assertThat(telling.action()).isEqualTo("workflow.state_changed");
      assertThat(telling.facts())
          .isEqualTo(
              Map.of(
                  "from_state", "qa_testing",
                  "to_state", "qa_failed",
                  "action", "reject_tests",
                  "actor_role", "qa",
                  "feedback", "The totals are wrong"));
    }

    @Test
    void that_was_not_finished_in_time_is_assigned_anew() {
      Telling telling = givenBack(TaskState.IMPLEMENTING);

      mustBe("given-back-to-developers.json", telling);
      mustBe("given-back-to-qa.json", givenBack(TaskState.QA_TESTING));
      assertThat(telling.facts())
          .containsEntry("action", "expire_claim")
          .containsEntry("feedback", "claim 1 of dev ran out: no sign of life, no result");
    }

    private Telling givenBack(TaskState state) {
      return tell(
          in(state).claimedBy("dev").build().lapse(Actor.system(), Moments.NOON).orElseThrow());
    }

    @Test
    void that_begins_anew_is_assigned_anew() {
      Telling telling =
          tell(
              value(
                  in(TaskState.QA_FAILED)
                      .committed("abc1234")
                      .rejected(1, "The totals are wrong")
                      .build()
                      .retry(
                          new Retry(People.PAULA.id(), "Wrong branch", Optional.empty(), 3),
                          Moments.NOON)));

      mustBe("retried.json", telling);
      assertThat(telling.facts())
          .isEqualTo(
              Map.of(
                  "from_state", "qa_failed",
                  "to_state", "todo",
                  "action", "retry",
                  "actor_role", "system",
                  "feedback", "retry 1 of at most 3, asked for by paula: Wrong branch"));
    }

    @Test
    void that_takes_too_long_is_told_of() {
      Telling telling =
          tell(
              in(TaskState.QA_TESTING)
                  .claimedBy("quinn")
                  .build()
                  .breach(Sla.QA, new SlaTimes(Map.of(Sla.QA, Duration.ofHours(2))), Moments.NOON)
                  .orElseThrow());

      mustBe("breached.json", telling);
      assertThat(telling.action()).isEqualTo("workflow.sla_breached");
      assertThat(telling.facts())
          .isEqualTo(
              Map.of(
                  "sla", "qa",
                  "since", "2026-03-02T08:00:00.250Z",
                  "due_at", "2026-03-02T10:00:00.250Z"));
    }

    @Test
    void that_ends_is_completed_or_cancelled() {
      mustBe("done.json", routedFrom(TaskState.PO_APPROVED));
      mustBe(
          "discarded.json",
          done(TaskState.IMPLEMENTING, TaskAction.DISCARD_TASK, People.PAULA, ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TODO, TODO",
    "IMPLEMENTING, WORKING",
    "DEV_COMPLETED, WORKING",
    "PENDING_ARCH_REVIEW, WITH_ARCHITECT",
    "ARCH_REVIEWING, WITH_ARCHITECT",
    "ARCH_APPROVED, WITH_ARCHITECT",
    "ARCH_REJECTED, WORKING",
    "PENDING_QA, WITH_QA",
    "QA_TESTING, WITH_QA",
    "QA_PASSED, WITH_QA",
    "QA_FAILED, WORKING",
    "PENDING_PO_APPROVAL, WITH_PO",
    "PO_APPROVED, WITH_PO",
    "DONE, DONE",
    "CANCELLED, CANCELLED"
  })
  void a_state_is_a_stage_for_planning(TaskState state, TaskStage stage) {
    Memory memory = new Memory();
    memory.workflows.given(in(state).build());

    assertThat(new WorkflowTaskProgress(memory.workflows).of(new StoryId("s-7")))
        .isEqualTo(Map.of(new TaskId("T-7"), stage));
    assertThat(new WorkflowTaskProgress(memory.workflows).of(state.wire())).hasValue(stage);
  }

  @Test
  void a_state_that_nobody_knows_is_no_stage() {
    assertThat(new WorkflowTaskProgress(new Memory().workflows).of("on_hold")).isEmpty();
  }
}
