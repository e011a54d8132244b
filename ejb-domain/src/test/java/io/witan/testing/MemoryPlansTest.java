package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.PlanRepositoryContract;

class MemoryPlansTest extends PlanRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected PlanRepository plans() {
    return memory.plans;
  }
}
