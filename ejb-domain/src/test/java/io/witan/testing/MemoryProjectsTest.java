package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.ProjectRepository;
import io.witan.planning.port.ProjectRepositoryContract;

class MemoryProjectsTest extends ProjectRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected ProjectRepository projects() {
    return memory.projects;
  }
}
