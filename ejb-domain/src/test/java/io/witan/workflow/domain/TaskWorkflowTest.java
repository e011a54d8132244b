package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.AWorkflow;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.domain.WorkflowEvent.WorkflowStarted;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskWorkflowTest {
  private static TaskWorkflow after(AWorkflow before, TaskAction action, Actor by, WorkDone work) {
    return value(before.build().perform(action, by, Optional.empty(), work, Moments.NOON)).after();
  }

  private static WorkDone saying(String feedback) {
    return new WorkDone(feedback, Map.of());
  }

  @Test
  void a_new_one_waits_for_a_developer() {
    Change<TaskWorkflow, WorkflowEvent> change =
        TaskWorkflow.start(new TaskId("T-7"), new StoryId("s-7"), Moments.NOON);

    TaskWorkflow workflow = change.after();
    assertThat(workflow.state()).isEqualTo(TaskState.TODO);
    assertThat(workflow.claimedBy()).isEmpty();
    assertThat(workflow.feedback()).isEmpty();
    assertThat(workflow.rejections()).isZero();
    assertThat(workflow.retries()).isZero();
    assertThat(workflow.version()).isEqualTo(1);
    assertThat(change.event())
        .isEqualTo(new WorkflowStarted(new TaskId("T-7"), new StoryId("s-7"), Moments.NOON));
  }

  @Nested
  class Claiming {
    @Test
    void makes_the_actor_the_one_who_works_on_it() {
      assertThat(after(aWorkflow(), TaskAction.CLAIM_TASK, People.DEV, WorkDone.nothing()))
          .satisfies(
              claimed -> {
                assertThat(claimed.claimedBy()).contains(People.DEV.id());
                assertThat(claimed.version()).isEqualTo(2);
                assertThat(claimed.createdAt()).isEqualTo(Moments.MORNING);
                assertThat(claimed.updatedAt()).isEqualTo(Moments.NOON);
              });
    }

    @Test
    void ends_when_the_task_goes_on_to_the_next_role() {
      TaskWorkflow waiting =
          aWorkflow()
              .in(TaskState.DEV_COMPLETED)
              .claimedBy("dev")
              .build()
              .routeOn(Actor.system(), Moments.NOON)
              .orElseThrow()
              .after();

      assertThat(waiting.claimedBy()).isEmpty();
    }

    @Test
    void ends_when_the_task_is_discarded() {
      assertThat(
              after(
                      aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev"),
                      TaskAction.DISCARD_TASK,
                      People.PAULA,
                      WorkDone.nothing())
                  .claimedBy())
          .isEmpty();
    }

    @Test
    void begins_anew_when_code_is_revised() {
      assertThat(
              after(
                      aWorkflow().in(TaskState.QA_FAILED),
                      TaskAction.REVISE_CODE,
                      People.DEV,
                      WorkDone.nothing())
                  .claimedBy())
          .contains(People.DEV.id());
    }
  }

  @Nested
  class Committing_code {
    @Test
    void keeps_the_commit_among_the_artifacts() {
      TaskWorkflow done =
          after(
              aWorkflow().in(TaskState.IMPLEMENTING).committed("0000000"),
              TaskAction.COMMIT_CODE,
              People.DEV,
              new WorkDone("", Map.of("commit_sha", "abc1234", "branch", "main")));

      assertThat(done.artifacts()).isEqualTo(Map.of("commit_sha", "abc1234", "branch", "main"));
    }

    @Test
    void needs_a_commit() {
      Refusal refusal =
          refusal(
              aWorkflow()
                  .in(TaskState.IMPLEMENTING)
                  .build()
                  .perform(
                      TaskAction.COMMIT_CODE,
                      People.DEV,
                      Optional.empty(),
                      WorkDone.nothing(),
                      Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID_ARGUMENT);
      assertThat(refusal.message()).startsWith("artifacts.commit_sha is \"\"");
    }
  }

  @Nested
  class Turning_work_down {
    private final AWorkflow tested =
        aWorkflow().of("T-7").in(TaskState.QA_TESTING).committed("abc1234");

    @Test
    void keeps_the_feedback_counts_it_and_keeps_the_artifacts() {
      TaskWorkflow failed =
          after(tested, TaskAction.REJECT_TESTS, People.QUINN, saying("The totals are wrong"));

      assertThat(failed.feedback()).isEqualTo("The totals are wrong");
      assertThat(failed.rejections()).isEqualTo(1);
      assertThat(failed.artifacts()).containsEntry("commit_sha", "abc1234");
    }

    @Test
    void needs_feedback_of_10_characters() {
      Refusal refusal =
          refusal(
              tested
                  .build()
                  .perform(
                      TaskAction.REJECT_TESTS,
                      People.QUINN,
                      Optional.empty(),
                      saying("  too short "),
                      Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID_ARGUMENT);
      assertThat(refusal.message())
          .isEqualTo(
              "feedback is \"too short\": expected at least 10 characters that say what is wrong");
    }

    @Test
    void asks_for_the_role_before_it_asks_for_feedback() {
      assertThat(
              refusal(
                      tested
                          .build()
                          .perform(
                              TaskAction.REJECT_TESTS,
                              People.DEV,
                              Optional.empty(),
                              saying(""),
                              Moments.NOON))
                  .code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }

    @Test
    void leaves_feedback_that_later_steps_do_not_overwrite() {
      TaskWorkflow revised =
          after(
              aWorkflow().in(TaskState.QA_FAILED).rejected(1, "The totals are wrong"),
              TaskAction.REVISE_CODE,
              People.DEV,
              saying("On it"));

      assertThat(revised.feedback()).isEqualTo("The totals are wrong");
      assertThat(revised.rejections()).isEqualTo(1);
    }
  }

  @Nested
  class Acting_in_a_role {
    private final TaskWorkflow task = aWorkflow().of("T-7").build();

    @Test
    void needs_a_token_that_holds_it() {
      Refusal refusal =
          refusal(
              task.perform(
                  TaskAction.CLAIM_TASK,
                  People.QUINN,
                  Optional.of(Role.DEVELOPER),
                  WorkDone.nothing(),
                  Moments.NOON));

      assertThat(refusal.message())
          .isEqualTo("quinn may not CLAIM_TASK task T-7 as developer: needs the role developer");
    }

    @Test
    void is_refused_in_a_role_that_does_not_do_this() {
      Actor both = People.somebody("bo", Role.DEVELOPER, Role.QA);

      assertThat(
              refusal(
                      task.perform(
                          TaskAction.CLAIM_TASK,
                          both,
                          Optional.of(Role.QA),
                          WorkDone.nothing(),
                          Moments.NOON))
                  .code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(
              task.perform(
                      TaskAction.CLAIM_TASK,
                      both,
                      Optional.empty(),
                      WorkDone.nothing(),
                      Moments.NOON)
                  .isDone())
          .isTrue();
    }

    @Test
    void is_open_to_a_service_that_acts_for_others() {
      assertThat(
              task.perform(
                      TaskAction.CLAIM_TASK,
                      Actor.system(),
                      Optional.of(Role.DEVELOPER),
                      WorkDone.nothing(),
                      Moments.NOON)
                  .isDone())
          .isTrue();
    }
  }

  @Nested
  class An_action_on_the_wire {
    @ParameterizedTest
    @EnumSource
    void is_read_in_any_case(TaskAction action) {
      assertThat(TaskAction.parse("action", action.wire())).isEqualTo(action);
      assertThat(TaskAction.parse("action", action.wire().toUpperCase(Locale.ROOT)))
          .isEqualTo(action);
    }

    @Test
    void is_refused_with_the_names_that_exist() {
      assertThatThrownBy(() -> TaskAction.parse("action", "merge"))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("action is \"merge\": expected one of ASSIGN_TO_DEVELOPER");
    }
  }
}
