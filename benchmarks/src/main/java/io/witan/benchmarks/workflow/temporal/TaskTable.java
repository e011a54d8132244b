package io.witan.benchmarks.workflow.temporal;

import io.witan.shared.Role;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskTransitions;
import io.witan.workflow.domain.TaskTransitions.Way;
import java.util.Optional;

/** Witan's own table of what can be done to a task, alone: no claims, no authors, no records. */
final class TaskTable {
  private TaskTable() {}

  /**
   * Where the task is after the action and what follows it by itself; absent when it is refused.
   */
  static Optional<TaskState> after(TaskState state, TaskAction action, Role role) {
    return TaskTransitions.from(state).stream()
        .filter(way -> way.action() == action && way.role() == role)
        .findFirst()
        .map(way -> settled(way.to()));
  }

  private static TaskState settled(TaskState state) {
    return TaskTransitions.from(state).stream()
        .filter(TaskTable::isAutomatic)
        .findFirst()
        .map(way -> settled(way.to()))
        .orElse(state);
  }

  private static boolean isAutomatic(Way way) {
    return way.action().name().startsWith("AUTO_");
  }
}
