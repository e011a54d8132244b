package io.witan.testing;

import io.witan.ledger.port.Inbox;
import java.util.HashSet;
import java.util.Set;

/** An inbox in memory; like every change, a mark is undone when the transaction is. */
public final class MemoryInbox implements Inbox {
  private final Set<String> marks = new HashSet<>();
  private final MemoryTransactions transactions;

  public MemoryInbox(MemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean accept(String consumer, String eventId) {
    transactions.mustRun();
    String mark = consumer + "|" + eventId;
    boolean fresh = marks.add(mark);
    if (fresh) {
      transactions.undone(() -> marks.remove(mark));
    }
    return fresh;
  }
}
