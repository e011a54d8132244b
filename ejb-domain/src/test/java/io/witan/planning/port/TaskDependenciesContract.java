package io.witan.planning.port;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.ATask;
import io.witan.testing.Outcomes;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation keeps. */
public abstract class TaskDependenciesContract {
  private final StoryId story = new StoryId("s-" + UUID.randomUUID());
  private final TaskId first = id();
  private final TaskId second = id();
  private final TaskId third = id();

  protected abstract Transactions transactions();

  protected abstract TaskRepository tasks();

  protected abstract TaskDependencies dependencies();

  private static TaskId id() {
    return new TaskId("T-" + UUID.randomUUID());
  }

  private void inTransaction(Runnable work) {
    Outcomes.value(
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  work.run();
                  return Outcome.done(true);
                }));
  }

  private ATask task(TaskId id) {
    return aTask().called(id.value()).of(story);
  }

  @BeforeEach
  void three_tasks() {
    inTransaction(
        () -> {
          tasks().save(task(first).written());
          tasks().save(task(second).after(first).written());
          tasks().save(task(third).after(first, second).written());
        });
  }

  @Test
  void tasks_that_came_with_their_plan_wait_as_it_says() {
    assertThat(dependencies().ofStory(story))
        .containsExactlyInAnyOrder(
            new TaskDependency(second, first, TaskDependency.PLANNED),
            new TaskDependency(third, first, TaskDependency.PLANNED),
            new TaskDependency(third, second, TaskDependency.PLANNED));
  }

  @Test
  void a_reason_is_kept_for_its_dependency_alone() {
    inTransaction(
        () ->
            dependencies()
                .explain(List.of(new TaskDependency(third, second, "it calls the service"))));

    assertThat(dependencies().ofStory(story))
        .contains(
            new TaskDependency(third, second, "it calls the service"),
            new TaskDependency(third, first, TaskDependency.PLANNED));
  }

  @Test
  void a_reason_makes_no_dependency() {
    inTransaction(
        () -> dependencies().explain(List.of(new TaskDependency(first, third, "by mistake"))));

    assertThat(dependencies().ofStory(story)).hasSize(3);
  }

  @Test
  void another_story_has_none_of_them() {
    assertThat(dependencies().ofStory(new StoryId("s-other"))).isEmpty();
  }
}
