package io.witan.web.planning;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A task as shown. */
public record TaskWire(
    String taskId,
    String storyId,
    Optional<String> planId,
    String title,
    String description,
    String type,
    String status,
    String assignedTo,
    int estimatedHours,
    int priority,
    List<String> dependsOn,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    long version)
    implements Answers.Versioned {

  static TaskWire from(Task task) {
    return new TaskWire(
        task.id().value(),
        task.story().value(),
        task.plan().map(PlanId::value),
        task.text().title(),
        task.text().description(),
        task.text().type().wire(),
        task.status().wire(),
        task.text().assignedTo(),
        task.text().estimatedHours(),
        task.text().priority(),
        task.dependsOn().stream().map(TaskId::value).toList(),
        task.createdAt(),
        task.updatedAt(),
        task.archived(),
        task.version());
  }
}
