package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.AWorkflow;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {
  private static Retry asked(String reason, Optional<Long> token) {
    return new Retry(People.PAULA.id(), reason, token, 3);
  }

  private static Outcome<Change<TaskWorkflow, WorkflowEvent>> retry(AWorkflow task) {
    return task.of("T-7").build().retry(asked("", Optional.empty()), Moments.NOON);
  }

  @Nested
  class A_task_that_begins_anew {
    private final TaskWorkflow before =
        aWorkflow()
            .of("T-7")
            .in(TaskState.QA_TESTING)
            .claimedBy("quinn")
            .committed("abc1234")
            .by("dev", "Qwen/Qwen3-0.6B")
            .rejected(2, "The totals are wrong")
            .retried(1)
            .atGateSince(Moments.MORNING)
            .breached(Sla.QA, Sla.TOTAL)
            .atVersion(9)
            .build();
    private final Change<TaskWorkflow, WorkflowEvent> change =
        value(before.retry(asked("Wrong branch", Optional.of(9L)), Moments.NOON));
    private final TaskWorkflow after = change.after();

    @Test
    void waits_for_a_developer_and_is_held_by_nobody() {
      assertThat(after.state()).isEqualTo(TaskState.TODO);
      assertThat(after.claim()).isEmpty();
      assertThat(after.updatedAt()).isEqualTo(Moments.NOON);
      assertThat(after.gateSince()).isEqualTo(Moments.NOON);
      assertThat(after.version()).isEqualTo(10);
    }

    @Test
    void has_lost_its_work_and_what_was_said_of_it() {
      assertThat(after.artifacts()).isEmpty();
      assertThat(after.feedback()).isEmpty();
    }

    @Test
    void keeps_what_was_counted_and_whose_work_may_come_back() {
      assertThat(after.retries()).isEqualTo(2);
      assertThat(after.rejections()).isEqualTo(2);
      assertThat(after.authors()).isEqualTo(before.authors());
      assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    @Test
    void goes_on_without_another_count() {
      TaskWorkflow claimed =
          value(
                  after.perform(
                      TaskAction.CLAIM_TASK,
                      People.DEV,
                      Optional.empty(),
                      WorkDone.nothing(),
                      Moments.NOON))
              .after();

      assertThat(claimed.retries()).isEqualTo(2);
    }

    @Test
    void is_late_at_no_gate_any_more_but_still_as_a_whole() {
      assertThat(after.breached()).containsExactly(Sla.TOTAL);
    }

    @Test
    void was_moved_by_the_system_with_the_number_who_asked_and_why() {
      assertThat(change.event())
          .isEqualTo(
              new TaskMoved(
                  before.task(),
                  before.story(),
                  TaskState.QA_TESTING,
                  TaskState.TODO,
                  TaskAction.RETRY,
                  new ActorId("system"),
                  Role.SYSTEM,
                  new WorkDone("retry 2 of at most 3, asked for by paula: Wrong branch", Map.of()),
                  Moments.NOON));
    }

    @Test
    void needs_no_reason() {
      assertThat(asked("  ", Optional.empty()).told(before))
          .isEqualTo("retry 2 of at most 3, asked for by paula");
    }
  }

  @Nested
  class Is_possible {
    @ParameterizedTest
    @EnumSource(
        value = TaskState.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"DONE", "CANCELLED"})
    void from_every_state_that_is_not_final(TaskState state) {
      assertThat(value(retry(aWorkflow().in(state))).after().state()).isEqualTo(TaskState.TODO);
    }

    @ParameterizedTest
    @EnumSource(
        value = TaskState.class,
        names = {"DONE", "CANCELLED"})
    void from_no_other(TaskState state) {
      Refusal refusal = refusal(retry(aWorkflow().in(state)));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal.message())
          .isEqualTo("task T-7 cannot RETRY while %s; legal: nothing".formatted(state.wire()));
    }

    @Test
    void so_often_as_is_settled() {
      assertThat(value(retry(aWorkflow().retried(2))).after().retries()).isEqualTo(3);

      Refusal refusal = refusal(retry(aWorkflow().retried(3)));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .isEqualTo(
              "task T-7 cannot RETRY: it began anew 3 times, and witan.workflow.retries allows 3");
    }

    @Test
    void under_the_current_claim_only_where_one_is_named() {
      TaskWorkflow held =
          aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev").atVersion(6).build();

      assertThat(held.retry(asked("", Optional.of(6L)), Moments.NOON).isDone()).isTrue();
      assertThat(refusal(held.retry(asked("", Optional.of(4L)), Moments.NOON)).code())
          .isEqualTo(Refusal.Code.STALE_VERSION);
    }

    @ParameterizedTest
    @EnumSource
    void but_not_as_an_action(TaskState state) {
      assertThat(
              refusal(
                      aWorkflow()
                          .in(state)
                          .build()
                          .perform(
                              TaskAction.RETRY,
                              Actor.system(),
                              Optional.empty(),
                              WorkDone.nothing(),
                              Moments.NOON))
                  .code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    }
  }

  @Test
  void the_reason_is_bounded() {
    assertThat(asked("x".repeat(10_000), Optional.empty()).reason()).hasSize(10_000);
    assertThatThrownBy(() -> asked("x".repeat(10_001), Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("reason");
  }
}
