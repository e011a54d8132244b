package io.witan.testing;

import io.witan.deliberation.port.OutsideTurns;
import io.witan.deliberation.port.OutsideTurnsContract;
import io.witan.ledger.port.Transactions;

class MemoryOutsideTurnsTest extends OutsideTurnsContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected OutsideTurns turns() {
    return memory.outsideTurns;
  }
}
