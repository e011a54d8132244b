package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A larger goal of a project, cut into stories. New ones are active.
 *
 * @param archived hidden from lists and closed for changes, whatever its status
 */
public record Epic(
    EpicId id,
    ProjectId project,
    String title,
    String description,
    EpicStatus status,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    long version) {

  public Epic {
    title = Text.required("title", title, 300);
    description = Text.optional("description", description, 20_000);
  }

  public static Change<Epic, EpicEvent> create(
      ProjectId project, String title, String description, ActorId by, IdSource ids, Instant at) {
    Epic epic =
        new Epic(
            EpicId.next(ids), project, title, description, EpicStatus.ACTIVE, at, at, false, 1);
    return new Change<>(
        epic, new EpicEvent.EpicCreated(epic.id, project, epic.title, epic.description, by, at));
  }

  /** Itself, unless it is archived: then nothing is to change in it. */
  public Outcome<Epic> writable() {
    return ArchivedMark.open(this, "epic " + id, archived);
  }

  /**
   * Sets the mark that hides it and closes it for changes.
   *
   * @param with what it was archived with; absent when it was itself what was deleted
   */
  public Outcome<Change<Epic, EpicEvent>> archive(ActorId by, Optional<String> with, Instant at) {
    return writable()
        .map(
            open ->
                new Change<>(
                    new Epic(
                        id, project, title, description, status, createdAt, at, true, version + 1),
                    new EpicEvent.EpicArchived(id, project, by, with, at)));
  }
}
