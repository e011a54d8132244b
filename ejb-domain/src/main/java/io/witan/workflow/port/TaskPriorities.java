package io.witan.workflow.port;

import io.witan.planning.domain.TaskId;
import java.util.Collection;
import java.util.Map;

/** How urgent tasks are; planning knows. */
public interface TaskPriorities {

  /** From 1, the most urgent; tasks that are not known are left out. */
  Map<TaskId, Integer> of(Collection<TaskId> tasks);
}
