package io.witan.testing;

import io.witan.deliberation.port.CollectedTasks;
import io.witan.deliberation.port.CollectedTasksContract;
import io.witan.ledger.port.Transactions;

class MemoryCollectedTasksTest extends CollectedTasksContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected CollectedTasks tasks() {
    return memory.collectedTasks;
  }
}
