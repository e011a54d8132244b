package io.witan.grpc.workflow;

import io.witan.testing.Memory;
import io.witan.workflow.application.GetHistory;
import io.witan.workflow.application.GetWorkflow;
import io.witan.workflow.application.ListQueue;
import io.witan.workflow.application.PerformAction;
import java.time.Clock;

/** The workflow service over the fakes. */
public final class WorkflowOnMemory {
  private WorkflowOnMemory() {}

  public static WorkflowService service(Memory kept, Clock clock) {
    GetWorkflow one = new GetWorkflow(kept.workflows);
    return new WorkflowService(
        new StateCalls(one, new GetHistory(kept.workflows), new ListQueue(kept.workflows)),
        new ActionCalls(new PerformAction(kept.transactions, kept.workflows, clock), one));
  }
}
