package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.CeremonyRepositoryContract;

class MemoryCeremoniesTest extends CeremonyRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected CeremonyRepository ceremonies() {
    return memory.ceremonies;
  }
}
