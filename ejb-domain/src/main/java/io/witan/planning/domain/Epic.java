package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Text;
import java.time.Instant;

/** A larger goal of a project, cut into stories. New ones are active. */
public record Epic(
    EpicId id,
    ProjectId project,
    String title,
    String description,
    EpicStatus status,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Epic {
    title = Text.required("title", title, 300);
    description = Text.optional("description", description, 20_000);
  }

  public static Change<Epic, EpicEvent> create(
      ProjectId project, String title, String description, ActorId by, IdSource ids, Instant at) {
    Epic epic =
        new Epic(EpicId.next(ids), project, title, description, EpicStatus.ACTIVE, at, at, 1);
    return new Change<>(
        epic, new EpicEvent.EpicCreated(epic.id, project, epic.title, epic.description, by, at));
  }
}
