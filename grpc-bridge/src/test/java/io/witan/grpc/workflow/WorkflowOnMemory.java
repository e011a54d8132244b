package io.witan.grpc.workflow;

import io.witan.testing.Memory;
import io.witan.testing.MemoryTaskPriorities;
import io.witan.workflow.application.GetHistory;
import io.witan.workflow.application.GetStatistics;
import io.witan.workflow.application.GetWorkflow;
import io.witan.workflow.application.ListQueue;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.port.FourEyesPolicy;
import io.witan.workflow.port.QueuePolicy;
import java.time.Clock;
import java.time.Duration;

/** The workflow service over the fakes. */
public final class WorkflowOnMemory {
  private WorkflowOnMemory() {}

  public static WorkflowService service(Memory kept, Clock clock) {
    GetWorkflow one = new GetWorkflow(kept.workflows);
    return new WorkflowService(
        new StateCalls(
            one,
            new GetHistory(kept.workflows),
            new ListQueue(
                kept.workflows,
                new MemoryTaskPriorities(kept.tasks),
                new QueuePolicy(Duration.ofHours(4)),
                clock),
            new GetStatistics(kept.workflows, clock)),
        new ActionCalls(
            new PerformAction(kept.transactions, kept.workflows, new FourEyesPolicy(false), clock),
            one));
  }
}
