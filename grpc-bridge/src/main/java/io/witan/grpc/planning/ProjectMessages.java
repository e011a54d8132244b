package io.witan.grpc.planning;

import io.witan.planning.domain.Project;

/** Projects as they travel. */
final class ProjectMessages {
  private ProjectMessages() {}

  static io.witan.proto.planning.v2.Project from(Project project) {
    return io.witan.proto.planning.v2.Project.newBuilder()
        .setProjectId(project.id().value())
        .setName(project.name())
        .setDescription(project.description())
        .setStatus(project.status().wire())
        .setOwner(project.owner().value())
        .setCreatedAt(project.createdAt().toString())
        .setUpdatedAt(project.updatedAt().toString())
        .build();
  }
}
