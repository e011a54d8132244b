package io.witan.workflow.application;

import io.witan.shared.Role;
import io.witan.workflow.domain.QueueOrder;
import io.witan.workflow.domain.QueueOrder.Waiting;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.QueuePolicy;
import io.witan.workflow.port.TaskPriorities;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Reads what waits for a role. */
@Dependent
public class ListQueue {
  private final TaskWorkflowRepository workflows;
  private final TaskPriorities priorities;
  private final QueueOrder order;
  private final Clock clock;

  @Inject
  public ListQueue(
      TaskWorkflowRepository workflows,
      TaskPriorities priorities,
      QueuePolicy policy,
      Clock clock) {
    this.workflows = workflows;
    this.priorities = priorities;
    this.order = new QueueOrder(policy.ageing());
    this.clock = clock;
  }

  /** All tasks that somebody of the role should take up, in the order of {@link QueueOrder}. */
  public List<Waiting> list(Role role) {
    List<TaskWorkflow> waiting = workflows.waitingFor(role);
    return order.sort(
        waiting, priorities.of(waiting.stream().map(TaskWorkflow::task).toList()), clock.instant());
  }
}
