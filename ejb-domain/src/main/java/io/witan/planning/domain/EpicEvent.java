package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.Optional;

/** What has happened to an epic. */
public sealed interface EpicEvent {

  record EpicCreated(
      EpicId epic, ProjectId project, String title, String description, ActorId by, Instant at)
      implements EpicEvent {}

  /**
   * It was deleted, alone or with its project: hidden and closed from then on.
   *
   * @param with the project that it was archived with, if so
   */
  record EpicArchived(EpicId epic, ProjectId project, ActorId by, Optional<String> with, Instant at)
      implements EpicEvent {}
}
