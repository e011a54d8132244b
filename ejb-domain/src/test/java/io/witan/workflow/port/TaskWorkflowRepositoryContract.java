package io.witan.workflow.port;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link TaskWorkflowRepository} promises. */
public abstract class TaskWorkflowRepositoryContract
    extends RepositoryContract<TaskWorkflow, WorkflowEvent> {

  protected abstract TaskWorkflowRepository workflows();

  @Override
  protected Change<TaskWorkflow, WorkflowEvent> something() {
    return aWorkflow().started();
  }

  @Override
  protected Change<TaskWorkflow, WorkflowEvent> changed(TaskWorkflow before, long version) {
    return new Change<>(
        aWorkflow()
            .of(before.task().value())
            .of(before.story())
            .in(TaskState.IMPLEMENTING)
            .claimedBy("dev")
            .committed("abc1234")
            .by("dev", "Qwen/Qwen3-0.6B")
            .rejected(2, "Say more ✓")
            .waitingSince(Moments.NOON)
            .atVersion(version)
            .build(),
        new TaskMoved(
            before.task(),
            before.story(),
            before.state(),
            TaskState.IMPLEMENTING,
            TaskAction.CLAIM_TASK,
            new ActorId("dev"),
            Role.DEVELOPER,
            WorkDone.nothing(),
            Moments.NOON));
  }

  @Override
  protected Optional<TaskWorkflow> find(TaskWorkflow thing) {
    return workflows().find(thing.task());
  }

  @Override
  protected Optional<TaskWorkflow> lock(TaskWorkflow thing) {
    return workflows().lock(thing.task());
  }

  @Override
  protected void save(Change<TaskWorkflow, WorkflowEvent> change) {
    workflows().save(change);
  }

  @Override
  protected long version(TaskWorkflow thing) {
    return thing.version();
  }

  /** Which shows the steps of what was saved here. */
  protected abstract WorkflowHistory history();

  @Test
  void workflows_of_a_story_are_listed_the_oldest_first() {
    StoryId story = new StoryId("s-" + UUID.randomUUID());
    TaskWorkflow second = saved(aWorkflow().of(story).createdAt(Moments.NOON).started());
    TaskWorkflow first = saved(aWorkflow().of(story).createdAt(Moments.MORNING).started());
    saved(something());

    assertThat(workflows().ofStory(story)).containsExactly(first, second);
  }

  @Test
  void the_most_rejected_wait_first_then_those_who_wait_longest() {
    TaskWorkflow late = waiting(Moments.NOON.plusMillis(1), 0);
    TaskWorkflow early = waiting(Moments.MORNING, 0);
    TaskWorkflow rejected = waiting(Moments.NOON.plusMillis(2), 3);
    TaskWorkflow between = waiting(Moments.NOON, 0);

    assertThat(
            workflows().waitingFor(Role.QA, 10_000).stream()
                .filter(List.of(late, early, rejected, between)::contains))
        .containsExactly(rejected, early, between, late);
  }

  private TaskWorkflow waiting(Instant since, int rejections) {
    return saved(
        aWorkflow()
            .in(TaskState.PENDING_QA)
            .waitingSince(since)
            .rejected(rejections, "Not yet there")
            .started());
  }

  @Test
  void only_what_waits_for_the_role_is_in_its_queue() {
    TaskWorkflow testing = saved(aWorkflow().in(TaskState.QA_TESTING).started());
    TaskWorkflow qa = saved(aWorkflow().in(TaskState.PENDING_QA).started());
    TaskWorkflow architect = saved(aWorkflow().in(TaskState.PENDING_ARCH_REVIEW).started());
    TaskWorkflow todo = saved(aWorkflow().started());

    assertThat(workflows().waitingFor(Role.QA, 10_000))
        .contains(qa)
        .doesNotContain(testing, architect, todo);
    assertThat(workflows().waitingFor(Role.ARCHITECT, 10_000)).contains(architect);
    assertThat(workflows().waitingFor(Role.DEVELOPER, 10_000)).isEmpty();
  }

  @Test
  void a_queue_is_no_longer_than_asked_for() {
    saved(aWorkflow().in(TaskState.PENDING_PO_APPROVAL).started());
    saved(aWorkflow().in(TaskState.PENDING_PO_APPROVAL).started());

    assertThat(workflows().waitingFor(Role.PO, 1)).hasSize(1);
  }

  @Test
  void the_history_tells_each_step_by_its_wire_values() {
    TaskWorkflow before = saved(aWorkflow().started());
    assertThat(history().of(before.task())).isEmpty();

    within(
        () -> {
          assertThat(lock(before)).isPresent();
          save(changed(before, 2));
          return true;
        });

    assertThat(history().of(before.task()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.fromState()).isEqualTo("todo");
              assertThat(step.toState()).isEqualTo("implementing");
              assertThat(step.action()).isEqualTo("claim_task");
              assertThat(step.actor()).isEqualTo("paula");
              assertThat(step.actorRole()).isEqualTo("developer");
              assertThat(step.feedback()).isEmpty();
            });
  }

  @Test
  void a_task_without_a_workflow_has_no_history() {
    assertThat(history().of(new TaskId("T-none"))).isEmpty();
  }
}
