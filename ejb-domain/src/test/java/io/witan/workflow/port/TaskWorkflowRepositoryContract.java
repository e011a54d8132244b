package io.witan.workflow.port;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.testing.RepositoryContract;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import io.witan.workflow.domain.WorkflowStatistics.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
            .atGateSince(Moments.MORNING.plusMillis(7))
            .breached(Sla.TOTAL, Sla.QA)
            .rejected(2, "Say more ✓")
            .retried(1)
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
  void what_follows_a_change_by_itself_is_kept_with_it_and_is_the_systems() {
    TaskWorkflow before = saved(something());
    Change<TaskWorkflow, WorkflowEvent> asked = changed(before, 2);
    Change<TaskWorkflow, WorkflowEvent> second = changed(before, 3);
    Change<TaskWorkflow, WorkflowEvent> third = changed(before, 4);

    within(
        () -> {
          assertThat(lock(before)).isPresent();
          workflows().save(asked, List.of(second, third));
          return true;
        });

    assertThat(find(before)).contains(third.after());
    assertThat(history().of(before.task()))
        .extracting(WorkflowHistory.Step::actor)
        .containsExactly(
            People.PAULA.id().value(), Actor.system().id().value(), Actor.system().id().value());
  }

  @Test
  void workflows_of_a_story_are_listed_the_oldest_first() {
    StoryId story = new StoryId("s-" + UUID.randomUUID());
    TaskWorkflow second = saved(aWorkflow().of(story).createdAt(Moments.NOON).started());
    TaskWorkflow first = saved(aWorkflow().of(story).createdAt(Moments.MORNING).started());
    saved(something());

    assertThat(workflows().ofStory(story)).containsExactly(first, second);
    assertThat(workflows().statesOf(story))
        .isEqualTo(Map.of(first.task(), first.state(), second.task(), second.state()));
  }

  @Test
  void only_what_waits_for_the_role_and_nobody_holds_is_in_its_queue() {
    Map<TaskState, TaskWorkflow> one = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      one.put(state, saved(aWorkflow().in(state).started()));
    }

    assertThat(queue(Role.DEVELOPER, one.values()))
        .containsExactlyInAnyOrder(
            one.get(TaskState.TODO),
            one.get(TaskState.ARCH_REJECTED),
            one.get(TaskState.QA_FAILED));
    assertThat(queue(Role.ARCHITECT, one.values()))
        .containsExactly(one.get(TaskState.PENDING_ARCH_REVIEW));
    assertThat(queue(Role.QA, one.values())).containsExactly(one.get(TaskState.PENDING_QA));
    assertThat(queue(Role.PO, one.values()))
        .containsExactly(one.get(TaskState.PENDING_PO_APPROVAL));
    assertThat(queue(Role.DEVOPS, one.values())).isEmpty();
  }

  @Test
  void what_takes_too_long_is_found_by_the_time_of_its_gate_the_oldest_first() {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00.000Z");
    TaskWorkflow second = atQa(longAgo.plusMillis(1));
    TaskWorkflow first = atQa(longAgo);
    TaskWorkflow later = atQa(longAgo.plusMillis(2));
    TaskWorkflow told =
        saved(aWorkflow().in(TaskState.QA_TESTING).atGateSince(longAgo).breached(Sla.QA).started());
    TaskWorkflow elsewhere = saved(aWorkflow().in(TaskState.DONE).atGateSince(longAgo).started());

    assertThat(workflows().overdue(Sla.QA, longAgo.plusMillis(2), 10_000))
        .containsSubsequence(first.task(), second.task())
        .doesNotContain(later.task(), told.task(), elsewhere.task());
    assertThat(workflows().overdue(Sla.QA, longAgo.plusMillis(2), 1)).hasSize(1);
    assertThat(workflows().overdue(Sla.PO, longAgo.plusMillis(2), 10_000))
        .doesNotContain(first.task());
  }

  private TaskWorkflow atQa(Instant since) {
    return saved(aWorkflow().in(TaskState.PENDING_QA).atGateSince(since).started());
  }

  @Test
  void what_takes_too_long_as_a_whole_is_found_by_its_start() {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00.000Z");
    TaskWorkflow old = saved(aWorkflow().createdAt(longAgo).started());
    TaskWorkflow ended = saved(aWorkflow().in(TaskState.DONE).createdAt(longAgo).started());

    assertThat(workflows().overdue(Sla.TOTAL, longAgo.plusMillis(1), 10_000))
        .contains(old.task())
        .doesNotContain(ended.task());
    assertThat(workflows().overdue(Sla.TOTAL, longAgo, 10_000)).doesNotContain(old.task());
  }

  @Test
  void tasks_are_counted_by_state_with_what_befell_them() {
    StoryId story = new StoryId("s-" + UUID.randomUUID());
    saved(aWorkflow().of(story).in(TaskState.QA_TESTING).atGateSince(Moments.MORNING).started());
    saved(
        aWorkflow()
            .of(story)
            .in(TaskState.QA_TESTING)
            .rejected(2, "no test of the refund")
            .atGateSince(Moments.NOON)
            .started());
    saved(aWorkflow().of(story).in(TaskState.DONE).atGateSince(Moments.NOON).started());
    saved(aWorkflow().in(TaskState.DONE).started());

    Duration first = Duration.between(Moments.MORNING, Moments.NOON);
    assertThat(workflows().tally(Optional.of(story), Moments.NOON))
        .containsExactly(
            new Tally(TaskState.DONE, 1, 0, 1, Duration.ZERO),
            new Tally(TaskState.QA_TESTING, 2, 2, 1, first));
    assertThat(workflows().tally(Optional.of(new StoryId("s-none")), Moments.NOON)).isEmpty();
    assertThat(workflows().tally(Optional.empty(), Moments.NOON))
        .filteredOn(tally -> tally.state() == TaskState.DONE)
        .singleElement()
        .satisfies(tally -> assertThat(tally.tasks()).isGreaterThanOrEqualTo(2));
  }

  private List<TaskWorkflow> queue(Role role, Collection<TaskWorkflow> among) {
    return workflows().waitingFor(role).stream().filter(among::contains).toList();
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
