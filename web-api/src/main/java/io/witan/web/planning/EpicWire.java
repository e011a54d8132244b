package io.witan.web.planning;

import io.witan.planning.domain.Epic;
import io.witan.web.request.Answers;
import java.time.Instant;

/** An epic as shown. */
public record EpicWire(
    String epicId,
    String projectId,
    String title,
    String description,
    String status,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    long version)
    implements Answers.Versioned {

  static EpicWire from(Epic epic) {
    return new EpicWire(
        epic.id().value(),
        epic.project().value(),
        epic.title(),
        epic.description(),
        epic.status().name(),
        epic.createdAt(),
        epic.updatedAt(),
        epic.archived(),
        epic.version());
  }
}
