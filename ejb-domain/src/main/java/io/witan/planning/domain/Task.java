package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece of work for one agent or person. Its steps belong to the workflow; planning keeps how far
 * it is.
 *
 * @param dependsOn tasks of the same story that come first
 */
public record Task(
    TaskId id,
    StoryId story,
    Optional<PlanId> plan,
    TaskText text,
    TaskStatus status,
    List<TaskId> dependsOn,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Task {
    dependsOn = List.copyOf(dependsOn);
  }

  /** A name for a task to be, so that others can depend on it before it exists. */
  public static TaskId nextId(IdSource ids) {
    return TaskId.next(ids);
  }

  public static Change<Task, TaskEvent> create(
      TaskId id,
      StoryId story,
      Optional<PlanId> plan,
      TaskText text,
      List<TaskId> dependsOn,
      ActorId by,
      Instant at) {
    Task task = new Task(id, story, plan, text, TaskStatus.TODO, dependsOn, at, at, 1);
    return new Change<>(task, new TaskEvent.TaskCreated(task.id, story, plan, text, by, at));
  }

  /** Takes over how far the workflow says it is; empty when that is known already. */
  public Optional<Change<Task, TaskEvent>> follow(TaskStatus progress, Instant at) {
    if (progress == status) {
      return Optional.empty();
    }
    Task next = new Task(id, story, plan, text, progress, dependsOn, createdAt, at, version + 1);
    return Optional.of(new Change<>(next, new TaskEvent.TaskProgressed(id, status, progress, at)));
  }
}
