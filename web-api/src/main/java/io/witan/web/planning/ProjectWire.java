package io.witan.web.planning;

import io.witan.planning.domain.Project;
import io.witan.web.request.Answers;
import java.time.Instant;

/** A project as shown. */
public record ProjectWire(
    String projectId,
    String name,
    String description,
    String status,
    String owner,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    long version)
    implements Answers.Versioned {

  static ProjectWire from(Project project) {
    return new ProjectWire(
        project.id().value(),
        project.name(),
        project.description(),
        project.status().name(),
        project.owner().value(),
        project.createdAt(),
        project.updatedAt(),
        project.archived(),
        project.version());
  }
}
