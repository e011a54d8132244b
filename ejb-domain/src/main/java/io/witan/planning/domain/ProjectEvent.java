package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;

/** What has happened to a project. */
public sealed interface ProjectEvent {

  record ProjectCreated(
      ProjectId project, String name, String description, ActorId owner, Instant at)
      implements ProjectEvent {}

  /** It was deleted: hidden and closed from then on. */
  record ProjectArchived(ProjectId project, ActorId by, Instant at) implements ProjectEvent {}
}
