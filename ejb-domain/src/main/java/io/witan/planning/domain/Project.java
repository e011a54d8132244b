package io.witan.planning.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Text;
import java.time.Instant;

/** The product or service that epics belong to. New ones are active. */
public record Project(
    ProjectId id,
    String name,
    String description,
    ProjectStatus status,
    ActorId owner,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Project {
    name = Text.required("name", name, 200);
    description = Text.optional("description", description, 20_000);
  }

  public static Change<Project, ProjectEvent> create(
      String name, String description, ActorId owner, IdSource ids, Instant at) {
    Project project =
        new Project(ProjectId.next(ids), name, description, ProjectStatus.ACTIVE, owner, at, at, 1);
    return new Change<>(
        project,
        new ProjectEvent.ProjectCreated(project.id, project.name, project.description, owner, at));
  }
}
