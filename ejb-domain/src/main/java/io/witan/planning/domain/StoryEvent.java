package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has happened to a story. */
public sealed interface StoryEvent {
  StoryId story();

  Instant at();

  /** A product owner wrote it down. */
  record StoryCreated(StoryId story, EpicId epic, String title, ActorId by, Instant at)
      implements StoryEvent {}

  /**
   * It went from one state to the next.
   *
   * @param reason why a gate was passed all the same, or what led to it; often absent
   * @param readiness what was said of it at the gate to PLANNED; absent elsewhere
   * @param tasks the tasks of the story at that moment
   */
  record StoryTransitioned(
      StoryId story,
      StoryState from,
      StoryState to,
      ActorId by,
      Optional<String> reason,
      Optional<GateVerdict> readiness,
      List<TaskId> tasks,
      Instant at)
      implements StoryEvent {
    public StoryTransitioned {
      tasks = List.copyOf(tasks);
    }
  }

  /** The plan by which it will be built was approved. */
  record PlanAdopted(StoryId story, PlanId plan, ActorId by, Instant at) implements StoryEvent {}

  /**
   * It was deleted, alone or with what it belongs to: hidden and closed from then on.
   *
   * @param with the project or epic that it was archived with, if so
   */
  record StoryArchived(StoryId story, EpicId epic, ActorId by, Optional<String> with, Instant at)
      implements StoryEvent {}
}
