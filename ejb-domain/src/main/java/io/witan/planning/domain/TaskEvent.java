package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.Optional;

/** What has happened to a task, seen from planning. */
public sealed interface TaskEvent {
  TaskId task();

  Instant at();

  record TaskCreated(
      TaskId task, StoryId story, Optional<PlanId> plan, TaskText text, ActorId by, Instant at)
      implements TaskEvent {}

  /** A task that was there before has become part of a plan. */
  record TaskPlanned(TaskId task, PlanId plan, Instant at) implements TaskEvent {}

  record TaskProgressed(TaskId task, TaskStatus from, TaskStatus to, Instant at)
      implements TaskEvent {}

  /**
   * It was deleted, alone or with what it belongs to: hidden and closed from then on.
   *
   * @param with the project, epic or story that it was archived with, if so
   */
  record TaskArchived(TaskId task, StoryId story, ActorId by, Optional<String> with, Instant at)
      implements TaskEvent {}
}
