package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;

/** What has happened to an epic. */
public sealed interface EpicEvent {

  record EpicCreated(
      EpicId epic, ProjectId project, String title, String description, ActorId by, Instant at)
      implements EpicEvent {}
}
