package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.TaskDependencies;
import io.witan.planning.port.TaskDependenciesContract;
import io.witan.planning.port.TaskRepository;

class MemoryTaskDependenciesTest extends TaskDependenciesContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected TaskRepository tasks() {
    return memory.tasks;
  }

  @Override
  protected TaskDependencies dependencies() {
    return memory.dependencies;
  }
}
