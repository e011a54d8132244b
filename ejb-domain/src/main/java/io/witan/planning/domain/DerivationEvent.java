package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.List;

/** What has happened to the derivation of a plan's tasks. */
public sealed interface DerivationEvent {
  DerivationId derivation();

  record DerivationRequested(
      DerivationId derivation,
      PlanId plan,
      StoryId story,
      String deliberation,
      ActorId by,
      Instant at)
      implements DerivationEvent {}

  /** The tasks were created. */
  record TasksDerived(
      DerivationId derivation,
      PlanId plan,
      StoryId story,
      int tasks,
      List<TaskDependency> dependencies,
      Instant at)
      implements DerivationEvent {
    public TasksDerived {
      dependencies = List.copyOf(dependencies);
    }
  }

  /** No task was created; a person is asked to look at it. */
  record DerivationFailed(
      DerivationId derivation, PlanId plan, StoryId story, String reason, Instant at)
      implements DerivationEvent {}
}
