package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.TaskRepository;
import io.witan.planning.port.TaskRepositoryContract;

class MemoryTasksTest extends TaskRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected TaskRepository tasks() {
    return memory.tasks;
  }
}
