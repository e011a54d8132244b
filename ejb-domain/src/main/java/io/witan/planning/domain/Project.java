package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Text;
import java.time.Instant;

/**
 * The product or service that epics belong to. New ones are active.
 *
 * @param archived hidden from lists and closed for changes, whatever its status
 */
public record Project(
    ProjectId id,
    String name,
    String description,
    ProjectStatus status,
    ActorId owner,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    long version) {

  public Project {
    name = Text.required("name", name, 200);
    description = Text.optional("description", description, 20_000);
  }

  public static Change<Project, ProjectEvent> create(
      String name, String description, ActorId owner, IdSource ids, Instant at) {
    Project project =
        new Project(
            ProjectId.next(ids), name, description, ProjectStatus.ACTIVE, owner, at, at, false, 1);
    return new Change<>(
        project,
        new ProjectEvent.ProjectCreated(project.id, project.name, project.description, owner, at));
  }

  /** Itself, unless it is archived: then nothing is to change in it. */
  public Outcome<Project> writable() {
    return ArchivedMark.open(this, "project " + id, archived);
  }

  /** Sets the mark that hides it and closes it for changes. */
  public Outcome<Change<Project, ProjectEvent>> archive(ActorId by, Instant at) {
    return writable()
        .map(
            open ->
                new Change<>(
                    new Project(
                        id, name, description, status, owner, createdAt, at, true, version + 1),
                    new ProjectEvent.ProjectArchived(id, by, at)));
  }
}
