package io.witan.workflow.application;

import io.witan.shared.Role;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what waits for a role. */
@Dependent
public class ListQueue {
  private final TaskWorkflowRepository workflows;

  @Inject
  public ListQueue(TaskWorkflowRepository workflows) {
    this.workflows = workflows;
  }

  /**
   * The tasks that wait for the role, the most rejected first, then the longest waiting.
   *
   * @param most 100 when it is 0 or less
   */
  public List<TaskWorkflow> list(Role role, int most) {
    return workflows.waitingFor(role, most <= 0 ? 100 : most);
  }
}
