package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.EpicRepositoryContract;

class MemoryEpicsTest extends EpicRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected EpicRepository epics() {
    return memory.epics;
  }
}
