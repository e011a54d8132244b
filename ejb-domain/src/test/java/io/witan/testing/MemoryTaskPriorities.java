package io.witan.testing;

import io.witan.planning.domain.TaskId;
import io.witan.workflow.port.TaskPriorities;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Priorities of the tasks in memory. */
public final class MemoryTaskPriorities implements TaskPriorities {
  private final MemoryTasks tasks;

  public MemoryTaskPriorities(MemoryTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public Map<TaskId, Integer> of(Collection<TaskId> ids) {
    return ids.stream()
        .distinct()
        .map(tasks::find)
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(task -> task.id(), task -> task.text().priority()));
  }
}
