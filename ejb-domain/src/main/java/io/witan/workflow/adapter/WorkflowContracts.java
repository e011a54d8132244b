package io.witan.workflow.adapter;

import io.witan.contract.AgentWork;
import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/** What the workflow of a task tells. */
@Dependent
public class WorkflowContracts implements EventContracts {
  private static final List<EventContract> SENT =
      List.of(
          WorkflowWire.STATE_CHANGED,
          WorkflowWire.ASSIGNED,
          WorkflowWire.VALIDATION_REQUIRED,
          WorkflowWire.COMPLETED,
          WorkflowWire.CANCELLED,
          SlaWire.BREACHED);

  @Override
  public List<EventContract> sent() {
    return SENT;
  }

  @Override
  public List<EventContract> received() {
    return List.of(AgentWork.COMPLETED);
  }
}
