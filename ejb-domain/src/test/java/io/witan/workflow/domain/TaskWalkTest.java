package io.witan.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A task that anybody pushes around at random")
class TaskWalkTest {
  private static final WrittenWays WRITTEN = WrittenWays.read();
  private static final WorkDone WORK =
      new WorkDone("The totals are wrong", Map.of("commit_sha", "0123abcd"));

  /** Somebody tries something, or ({@code legal}) the n-th thing that is written. */
  record Push(int legal, TaskAction action, Role role) {}

  @Provide
  Arbitrary<List<Push>> pushes() {
    return Combinators.combine(
            Arbitraries.integers().between(-2, 5),
            Arbitraries.of(TaskAction.class),
            Arbitraries.of(Role.class))
        .as(Push::new)
        .list()
        .ofMaxSize(60);
  }

  private static TaskWorkflow fresh() {
    return TaskWorkflow.start(new TaskId("T-1"), new StoryId("s-1"), Moments.MORNING).after();
  }

  private static Outcome<Change<TaskWorkflow, WorkflowEvent>> push(TaskWorkflow task, Push push) {
    List<WrittenWays.Way> written =
        WRITTEN.all().stream()
            .filter(way -> way.from() == task.state() && !way.automatic())
            .filter(way -> way.action() != TaskAction.DISCARD_TASK)
            .toList();
    boolean astray = push.legal() < 0 || written.isEmpty();
    TaskAction action =
        astray ? push.action() : written.get(push.legal() % written.size()).action();
    Role role = astray ? push.role() : written.get(push.legal() % written.size()).role();
    return task.perform(
        action, People.somebody(role.wire(), role), Optional.empty(), WORK, Moments.NOON);
  }

  private static void mustBeWritten(
      TaskWorkflow before, Change<TaskWorkflow, WorkflowEvent> change) {
    TaskMoved moved = (TaskMoved) change.event();
    assertThat(moved.from()).isEqualTo(before.state());
    assertThat(moved.to()).isEqualTo(change.after().state());
    assertThat(WRITTEN.all())
        .anyMatch(
            way ->
                way.from() == moved.from()
                    && way.action() == moved.action()
                    && way.role() == moved.role()
                    && way.to() == moved.to());
    assertThat(change.after().version()).isEqualTo(before.version() + 1);
  }

  @Property(tries = 400)
  @Label("goes written ways only, and its version is the number of its changes")
  void goes_written_ways_only(@ForAll("pushes") List<Push> pushes) {
    TaskWorkflow task = fresh();
    long changes = 1;
    for (Push push : pushes) {
      Optional<Change<TaskWorkflow, WorkflowEvent>> change =
          push(task, push).fold(Optional::of, refusal -> Optional.empty());
      while (change.isPresent()) {
        mustBeWritten(task, change.get());
        task = change.get().after();
        changes++;
        change = task.routeOn(Actor.system(), Moments.NOON);
      }
      assertThat(task.version()).isEqualTo(changes);
    }
  }

  @Property(tries = 200)
  @Label("never leaves a final state, and never rests in a passing one")
  void never_leaves_a_final_state(@ForAll("pushes") List<Push> pushes) {
    TaskWorkflow task = fresh();
    for (Push push : pushes) {
      TaskWorkflow before = task;
      task = rest(push(task, push).fold(Change::after, refusal -> before));
      if (before.state().isFinal()) {
        assertThat(task).isEqualTo(before);
      }
      assertThat(WRITTEN.automatic(task.state())).isEmpty();
    }
  }

  @Property(tries = 200)
  @Label("counts its rejections")
  void counts_its_rejections(@ForAll("pushes") List<Push> pushes) {
    TaskWorkflow task = fresh();
    int rejections = 0;
    for (Push push : pushes) {
      TaskWorkflow before = task;
      Outcome<Change<TaskWorkflow, WorkflowEvent>> outcome = push(task, push);
      rejections +=
          outcome.fold(
              change -> ((TaskMoved) change.event()).action().isRejection() ? 1 : 0, refusal -> 0);
      task = rest(outcome.fold(Change::after, refusal -> before));
    }
    assertThat(task.rejections()).isEqualTo(rejections);
  }

  private static TaskWorkflow rest(TaskWorkflow task) {
    return task.routeOn(Actor.system(), Moments.NOON)
        .map(change -> rest(change.after()))
        .orElse(task);
  }
}
