package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;

/** What has happened to a project. */
public sealed interface ProjectEvent {

  record ProjectCreated(
      ProjectId project, String name, String description, ActorId owner, Instant at)
      implements ProjectEvent {}
}
