package io.witan.testing;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/** Tasks in memory. */
public final class MemoryTasks implements TaskRepository {
  private final MemoryStore<Task, TaskEvent> store;

  public MemoryTasks(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Task", task -> task.id().value(), Task::version, Task::createdAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Task given(Task task) {
    store.given(task);
    return task;
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Task> lock(TaskId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Task, TaskEvent> change) {
    store.save(change);
  }

  @Override
  public List<Task> ofStory(StoryId story) {
    return store.all(task -> !task.archived() && task.story().equals(story));
  }

  @Override
  public Page<Task> list(Optional<StoryId> story, Archived archived, Page.Request page) {
    return store.page(
        task ->
            (archived == Archived.SHOWN || !task.archived())
                && story.map(task.story()::equals).orElse(true),
        page);
  }
}
