package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece of work for one agent or person. Its steps belong to the workflow; planning keeps how far
 * it is.
 *
 * @param dependsOn tasks of the same story that come first
 * @param archived hidden from lists and closed for changes, whatever its status
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
    boolean archived,
    long version) {

  public Task {
    dependsOn = List.copyOf(dependsOn);
  }

  /** A name for a task to be, so that others can depend on it before it exists. */
  public static TaskId nextId(IdSource ids) {
    return TaskId.next(ids);
  }

  /** The same for a task that a backlog review has found. */
  public static TaskId nextIdOfReview(IdSource ids) {
    return TaskId.nextOfReview(ids);
  }

  public static Change<Task, TaskEvent> create(
      TaskId id,
      StoryId story,
      Optional<PlanId> plan,
      TaskText text,
      List<TaskId> dependsOn,
      ActorId by,
      Instant at) {
    Task task = new Task(id, story, plan, text, TaskStatus.TODO, dependsOn, at, at, false, 1);
    return new Change<>(task, new TaskEvent.TaskCreated(task.id, story, plan, text, by, at));
  }

  /** Whether it is still to be done, or was done: neither cancelled nor archived. */
  public boolean isLive() {
    return !archived && status != TaskStatus.CANCELLED;
  }

  /** Becomes part of a plan; empty when it is part of one already, or archived. */
  public Optional<Change<Task, TaskEvent>> join(PlanId joined, Instant at) {
    if (plan.isPresent() || archived) {
      return Optional.empty();
    }
    Task next =
        new Task(
            id,
            story,
            Optional.of(joined),
            text,
            status,
            dependsOn,
            createdAt,
            at,
            archived,
            version + 1);
    return Optional.of(new Change<>(next, new TaskEvent.TaskPlanned(id, joined, at)));
  }

  /** Itself, unless it is archived: then nothing is to change in it. */
  public Outcome<Task> writable() {
    return ArchivedMark.open(this, "task " + id, archived);
  }

  /**
   * Sets the mark that hides it and closes it for changes; its status stays.
   *
   * @param with what it was archived with; absent when it was itself what was deleted
   */
  public Outcome<Change<Task, TaskEvent>> archive(ActorId by, Optional<String> with, Instant at) {
    return writable()
        .map(
            open ->
                new Change<>(
                    with(status, true, at), new TaskEvent.TaskArchived(id, story, by, with, at)));
  }

  /**
   * Takes over how far the workflow says it is; empty when that is known already, or the task is
   * archived.
   */
  public Optional<Change<Task, TaskEvent>> follow(TaskStatus progress, Instant at) {
    if (progress == status || archived) {
      return Optional.empty();
    }
    Task next = with(progress, false, at);
    return Optional.of(new Change<>(next, new TaskEvent.TaskProgressed(id, status, progress, at)));
  }

  private Task with(TaskStatus how, boolean mark, Instant at) {
    return new Task(id, story, plan, text, how, dependsOn, createdAt, at, mark, version + 1);
  }
}
