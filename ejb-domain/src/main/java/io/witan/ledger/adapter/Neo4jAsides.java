package io.witan.ledger.adapter;

import io.witan.ledger.port.Asides;
import io.witan.ledger.port.Asides.Aside;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Keeps asides with the running transaction; the {@link RefusalLog} writes them. */
@Dependent
public class Neo4jAsides implements Asides {
  private final Neo4jTransactions transactions;

  @Inject
  public Neo4jAsides(Neo4jTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void ifRefused(Aside aside) {
    transactions.current().add(aside);
  }
}
