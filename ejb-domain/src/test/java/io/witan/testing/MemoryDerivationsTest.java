package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.DerivationRepositoryContract;

class MemoryDerivationsTest extends DerivationRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected DerivationRepository derivations() {
    return memory.derivations;
  }
}
