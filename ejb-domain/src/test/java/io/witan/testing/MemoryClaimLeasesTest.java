package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.workflow.port.ClaimLeases;
import io.witan.workflow.port.ClaimLeasesContract;
import io.witan.workflow.port.TaskWorkflowRepository;

class MemoryClaimLeasesTest extends ClaimLeasesContract {
  private final Memory memory = new Memory();
  private final MemoryClaimLeases leases = new MemoryClaimLeases(memory.workflows, clock, LEASE);

  @Override
  protected ClaimLeases leases() {
    return leases;
  }

  @Override
  protected TaskWorkflowRepository workflows() {
    return memory.workflows;
  }

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }
}
