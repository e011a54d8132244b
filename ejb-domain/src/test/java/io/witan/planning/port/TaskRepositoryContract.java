package io.witan.planning.port;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskEvent.TaskProgressed;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.port.TaskRepository.Filter;
import io.witan.shared.Change;
import io.witan.shared.Page;
import io.witan.testing.ListedRepositoryContract;
import io.witan.testing.Moments;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link TaskRepository} promises. */
public abstract class TaskRepositoryContract extends ListedRepositoryContract<Task, TaskEvent> {

  protected abstract TaskRepository tasks();

  @Override
  protected Change<Task, TaskEvent> something() {
    return aTask().from(new PlanId("PL-1")).after(new TaskId("T-0")).written();
  }

  @Override
  protected Change<Task, TaskEvent> changed(Task before, long version) {
    return new Change<>(
        aTask()
            .called(before.id().value())
            .of(before.story())
            .in(TaskStatus.IN_PROGRESS)
            .atVersion(version)
            .build(),
        new TaskProgressed(before.id(), before.status(), TaskStatus.IN_PROGRESS, Moments.NOON));
  }

  @Override
  protected Optional<Task> find(Task thing) {
    return tasks().find(thing.id());
  }

  @Override
  protected Optional<Task> lock(Task thing) {
    return tasks().lock(thing.id());
  }

  @Override
  protected void save(Change<Task, TaskEvent> change) {
    tasks().save(change);
  }

  @Override
  protected Page<Task> list(Page.Request request) {
    return tasks().list(Filter.NONE, request);
  }

  @Override
  protected long version(Task thing) {
    return thing.version();
  }

  private static StoryId aStory() {
    return new StoryId("s-" + UUID.randomUUID());
  }

  @Test
  void tasks_of_a_story_are_listed_the_oldest_first() {
    StoryId story = aStory();
    Task third = saved(aTask().of(story).createdAt(Moments.NOON.plusMillis(1)).written());
    Task first = saved(aTask().of(story).createdAt(Moments.MORNING).written());
    Task second = saved(aTask().of(story).createdAt(Moments.NOON).written());
    Task other = saved(aTask().of(aStory()).written());

    assertThat(tasks().ofStory(story)).containsExactly(first, second, third);
    assertThat(walk(page -> tasks().list(Filter.of(story), page)))
        .containsExactly(first, second, third);
    assertThat(walk(this::list)).contains(first, second, third, other);
  }

  @Test
  void archived_tasks_are_found_and_listed_when_they_are_asked_for() {
    StoryId story = aStory();
    Task archived = saved(aTask().of(story).archived().written());
    Task open = saved(aTask().of(story).createdAt(Moments.NOON).written());

    assertThat(tasks().find(archived.id())).contains(archived);
    assertThat(tasks().ofStory(story)).containsExactly(open);
    assertThat(tasks().statusesOf(story)).isEqualTo(Map.of(open.id(), open.status()));
    assertThat(walk(page -> tasks().list(Filter.of(story), page))).containsExactly(open);
    assertThat(walk(page -> tasks().list(Filter.of(story).with(Archived.SHOWN), page)))
        .containsExactly(archived, open);
  }
}
