package io.witan.grpc.planning;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.proto.planning.v2.CreateTaskRequest;

/** Tasks as they travel. */
final class TaskMessages {
  private TaskMessages() {}

  static io.witan.proto.planning.v2.Task from(Task task) {
    io.witan.proto.planning.v2.Task.Builder message =
        io.witan.proto.planning.v2.Task.newBuilder()
            .setTaskId(task.id().value())
            .setStoryId(task.story().value())
            .setTitle(task.text().title())
            .setDescription(task.text().description())
            .setType(task.text().type().wire())
            .setStatus(task.status().wire())
            .setAssignedTo(task.text().assignedTo())
            .setEstimatedHours(task.text().estimatedHours())
            .setPriority(task.text().priority())
            .setCreatedAt(task.createdAt().toString())
            .setUpdatedAt(task.updatedAt().toString());
    task.plan().map(PlanId::value).ifPresent(message::setPlanId);
    return message.build();
  }

  /** An absent priority is the highest, 1. */
  static TaskText toDomain(CreateTaskRequest request) {
    return new TaskText(
        request.getTitle(),
        request.getDescription(),
        TaskType.parse("type", request.getType()),
        request.getAssignedTo(),
        request.getEstimatedHours(),
        request.getPriority() == 0 ? 1 : request.getPriority());
  }
}
