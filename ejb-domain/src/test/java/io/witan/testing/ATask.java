package io.witan.testing;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskEvent.TaskCreated;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A task to try things with: {@code aTask().of(story)}. Unless said otherwise, it is to do. */
public final class ATask {
  public static final TaskText TEXT =
      new TaskText("Call the provider", "Once per order", TaskType.FEATURE, "developer", 8, 1);

  private TaskId id = new TaskId("T-" + UUID.randomUUID());
  private StoryId story = new StoryId("s-1");
  private Optional<PlanId> plan = Optional.empty();
  private TaskText text = TEXT;
  private TaskStatus status = TaskStatus.TODO;
  private List<TaskId> dependsOn = List.of();
  private Instant createdAt = Moments.MORNING;
  private boolean archived;
  private long version = 1;

  private ATask() {}

  public static ATask aTask() {
    return new ATask();
  }

  public ATask called(String name) {
    id = new TaskId(name);
    return this;
  }

  public ATask of(StoryId parent) {
    story = parent;
    return this;
  }

  public ATask from(PlanId origin) {
    plan = Optional.of(origin);
    return this;
  }

  public ATask in(TaskStatus how) {
    status = how;
    return this;
  }

  /** The estimated hours. */
  public ATask taking(int hours) {
    text =
        new TaskText(
            text.title(),
            text.description(),
            text.type(),
            text.assignedTo(),
            hours,
            text.priority());
    return this;
  }

  /** From 1, the most urgent. */
  public ATask priority(int number) {
    text =
        new TaskText(
            text.title(),
            text.description(),
            text.type(),
            text.assignedTo(),
            text.estimatedHours(),
            number);
    return this;
  }

  public ATask after(TaskId... earlier) {
    dependsOn = List.of(earlier);
    return this;
  }

  public ATask archived() {
    archived = true;
    return this;
  }

  public ATask createdAt(Instant at) {
    createdAt = at;
    return this;
  }

  public ATask atVersion(long number) {
    version = number;
    return this;
  }

  public Task build() {
    return new Task(
        id, story, plan, text, status, dependsOn, createdAt, createdAt, archived, version);
  }

  /** The change that creates it. */
  public Change<Task, TaskEvent> written() {
    return new Change<>(
        build(), new TaskCreated(id, story, plan, text, new ActorId("paula"), createdAt));
  }
}
