package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.JudgementRepositoryContract;

class MemoryJudgementsTest extends JudgementRepositoryContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected JudgementRepository judgements() {
    return memory.judgements;
  }
}
