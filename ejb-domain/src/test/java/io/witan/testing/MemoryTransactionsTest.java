package io.witan.testing;

import io.witan.ledger.port.Transactions;

class MemoryTransactionsTest extends TransactionsContract {
  private final MemoryTransactions transactions = new MemoryTransactions();

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
