package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.DecisionRepositoryContract;

class MemoryDecisionsTest extends DecisionRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected DecisionRepository decisions() {
    return memory.decisions;
  }
}
