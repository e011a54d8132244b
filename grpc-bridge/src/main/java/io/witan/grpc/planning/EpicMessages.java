package io.witan.grpc.planning;

import io.witan.planning.domain.Epic;

/** Epics as they travel. */
final class EpicMessages {
  private EpicMessages() {}

  static io.witan.proto.planning.v2.Epic from(Epic epic) {
    return io.witan.proto.planning.v2.Epic.newBuilder()
        .setEpicId(epic.id().value())
        .setProjectId(epic.project().value())
        .setTitle(epic.title())
        .setDescription(epic.description())
        .setStatus(epic.status().wire())
        .setCreatedAt(epic.createdAt().toString())
        .setUpdatedAt(epic.updatedAt().toString())
        .build();
  }
}
