package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.workflow.port.TaskWorkflowRepository;
import io.witan.workflow.port.TaskWorkflowRepositoryContract;
import io.witan.workflow.port.WorkflowHistory;

class MemoryWorkflowsTest extends TaskWorkflowRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected TaskWorkflowRepository workflows() {
    return memory.workflows;
  }

  @Override
  protected WorkflowHistory history() {
    return memory.workflows;
  }
}
