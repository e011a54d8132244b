package io.witan.testing;

import io.witan.deliberation.port.Bulletins;
import io.witan.deliberation.port.BulletinsContract;
import io.witan.ledger.port.Transactions;

class MemoryBulletinsTest extends BulletinsContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected Bulletins bulletins() {
    return memory.bulletins;
  }
}
