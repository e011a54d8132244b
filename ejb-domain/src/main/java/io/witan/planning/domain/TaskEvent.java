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

  record TaskProgressed(TaskId task, TaskStatus from, TaskStatus to, Instant at)
      implements TaskEvent {}
}
