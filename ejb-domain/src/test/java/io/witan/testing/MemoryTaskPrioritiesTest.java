package io.witan.testing;

import io.witan.planning.domain.Task;
import io.witan.workflow.port.TaskPriorities;
import io.witan.workflow.port.TaskPrioritiesContract;

class MemoryTaskPrioritiesTest extends TaskPrioritiesContract {
  private final Memory memory = new Memory();

  @Override
  protected TaskPriorities priorities() {
    return new MemoryTaskPriorities(memory.tasks);
  }

  @Override
  protected void saved(Task task) {
    memory.tasks.given(task);
  }
}
