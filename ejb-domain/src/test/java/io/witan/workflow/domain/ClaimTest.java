package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {
  private static final WorkDone WORK =
      new WorkDone("The totals are wrong", Map.of("commit_sha", "abc1234"));
  private static final Actor DORA = People.somebody("dora", Role.DEVELOPER);

  private final TaskWorkflow held =
      aWorkflow().of("T-7").in(TaskState.IMPLEMENTING).claimedBy("dev").atVersion(4).build();

  private static Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(
      TaskWorkflow task, TaskAction action, Actor actor, Optional<Long> token) {
    return task.perform(new Attempt(action, actor, Optional.empty(), token, WORK), Moments.NOON);
  }

  @Nested
  class The_fencing_token {
    @Test
    void is_the_version_that_the_claim_gave_the_task() {
      TaskWorkflow waiting = aWorkflow().atVersion(8).build();

      TaskWorkflow claimed =
          value(perform(waiting, TaskAction.CLAIM_TASK, People.DEV, Optional.empty())).after();

      assertThat(waiting.fencingToken()).isEmpty();
      assertThat(claimed.fencingToken()).contains(9L);
    }

    @Test
    void lets_its_holder_finish() {
      assertThat(perform(held, TaskAction.COMMIT_CODE, People.DEV, Optional.of(4L)).isDone())
          .isTrue();
    }

    @Test
    void of_an_earlier_claim_is_refused_though_the_same_actor_claimed_again() {
      Refusal late = refusal(perform(held, TaskAction.COMMIT_CODE, People.DEV, Optional.of(2L)));

      assertThat(late.code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(late.message())
          .isEqualTo("claim 2 is not the current one of task T-7: dev holds it under claim 4");
    }

    @Test
    void of_a_task_that_was_given_back_is_refused_before_anything_else() {
      TaskWorkflow back = aWorkflow().of("T-7").atVersion(5).build();

      assertThat(
              refusal(perform(back, TaskAction.COMMIT_CODE, People.DEV, Optional.of(4L))).message())
          .isEqualTo("claim 4 is not the current one of task T-7: nobody holds it while todo");
    }

    @Test
    void is_no_credential() {
      assertThat(refusal(perform(held, TaskAction.COMMIT_CODE, DORA, Optional.of(4L))).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }
  }

  @Nested
  class What_is_held {
    @ParameterizedTest
    @CsvSource({
      "IMPLEMENTING, COMMIT_CODE, DEVELOPER",
      "ARCH_REVIEWING, APPROVE_DESIGN, ARCHITECT",
      "ARCH_REVIEWING, REJECT_DESIGN, ARCHITECT",
      "QA_TESTING, APPROVE_TESTS, QA",
      "QA_TESTING, REJECT_TESTS, QA"
    })
    void is_finished_by_its_holder_alone(TaskState state, TaskAction action, Role role) {
      TaskWorkflow task = aWorkflow().of("T-7").in(state).claimedBy("mine").atVersion(6).build();

      Refusal other =
          refusal(perform(task, action, People.somebody("other", role), Optional.empty()));

      assertThat(other.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(other.message())
          .isEqualTo("other may not %s task T-7: mine holds it under claim 6".formatted(action));
      assertThat(
              value(perform(task, action, People.somebody("mine", role), Optional.empty()))
                  .after()
                  .claimedBy())
          .isEmpty();
    }

    @Test
    void is_not_finished_by_the_system_in_its_own_name() {
      assertThat(
              refusal(perform(held, TaskAction.COMMIT_CODE, Actor.system(), Optional.empty()))
                  .message())
          .contains("dev holds it");
    }

    @Test
    void is_finished_by_a_service_in_the_name_of_the_holder() {
      Actor service =
          new Actor(new ActorId("dev"), Set.of(Role.SYSTEM), new ActorId("orchestrator"));

      assertThat(perform(held, TaskAction.COMMIT_CODE, service, Optional.empty()).isDone())
          .isTrue();
    }

    @Test
    void may_be_discarded_by_the_one_who_owns_the_story() {
      assertThat(perform(held, TaskAction.DISCARD_TASK, People.PAULA, Optional.empty()).isDone())
          .isTrue();
    }

    @Test
    void is_kept_by_a_sign_of_life_of_its_holder_alone() {
      assertThat(value(held.heldBy(People.DEV, 4))).isEqualTo(held);
      assertThat(refusal(held.heldBy(DORA, 4)).message())
          .isEqualTo("dora may not keep task T-7: dev holds it under claim 4");
      assertThat(refusal(held.heldBy(People.DEV, 3)).code()).isEqualTo(Refusal.Code.STALE_VERSION);
    }
  }

  @Nested
  class A_claim_that_ran_out {
    @ParameterizedTest
    @CsvSource({
      "IMPLEMENTING, TODO",
      "ARCH_REVIEWING, PENDING_ARCH_REVIEW",
      "QA_TESTING, PENDING_QA"
    })
    void gives_the_task_back_to_the_queue_it_came_from(TaskState state, TaskState queue) {
      Change<TaskWorkflow, WorkflowEvent> change =
          aWorkflow()
              .in(state)
              .claimedBy("dev")
              .rejected(1, "Not yet there")
              .atVersion(6)
              .build()
              .lapse(Actor.system(), Moments.NOON)
              .orElseThrow();

      TaskWorkflow back = change.after();
      assertThat(back.state()).isEqualTo(queue);
      assertThat(back.claimedBy()).isEmpty();
      assertThat(back.feedback()).isEqualTo("Not yet there");
      assertThat(back.rejections()).isEqualTo(1);
      assertThat(back.version()).isEqualTo(7);
      TaskMoved moved = (TaskMoved) change.event();
      assertThat(moved.action()).isEqualTo(TaskAction.EXPIRE_CLAIM);
      assertThat(moved.by()).hasToString("system");
      assertThat(moved.work().feedback())
          .isEqualTo("claim 6 of dev ran out: no sign of life, no result");
    }

    @ParameterizedTest
    @EnumSource(
        value = TaskState.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"IMPLEMENTING", "ARCH_REVIEWING", "QA_TESTING"})
    void is_not_known_where_nobody_holds_anything(TaskState state) {
      assertThat(aWorkflow().in(state).build().lapse(Actor.system(), Moments.NOON)).isEmpty();
      assertThat(TaskTransitions.held()).doesNotContain(state);
    }

    @ParameterizedTest
    @EnumSource
    void is_nothing_that_anybody_can_ask_for(TaskState state) {
      assertThat(
              refusal(
                      perform(
                          aWorkflow().in(state).build(),
                          TaskAction.EXPIRE_CLAIM,
                          Actor.system(),
                          Optional.empty()))
                  .code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    }
  }
}
