package io.witan.testing;

import static io.witan.testing.MemoryStore.contains;
import static io.witan.testing.MemoryStore.is;
import static io.witan.testing.MemoryStore.isShown;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tasks in memory. */
public final class MemoryTasks implements TaskRepository {
  private final MemoryStore<Task, TaskEvent> store;

  public MemoryTasks(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Task",
                task -> task.id().value(),
                Task::version,
                Task::createdAt,
                Task::updatedAt));
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
  public Map<TaskId, TaskStatus> statusesOf(StoryId story) {
    return ofStory(story).stream().collect(Collectors.toMap(Task::id, Task::status));
  }

  @Override
  public Page<Task> list(Filter filter, Page.Request page) {
    return store.page(filter, task -> fits(task, filter), page);
  }

  private static boolean fits(Task task, Filter filter) {
    return isShown(task.archived(), filter.archived())
        && is(task.story(), filter.story())
        && (filter.plan().isEmpty() || filter.plan().equals(task.plan()))
        && is(task.status(), filter.status())
        && is(task.text().type(), filter.type())
        && contains(task.text().title(), filter.text());
  }
}
