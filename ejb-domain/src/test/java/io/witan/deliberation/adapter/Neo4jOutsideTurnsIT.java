package io.witan.deliberation.adapter;

import io.witan.deliberation.port.OutsideTurns;
import io.witan.deliberation.port.OutsideTurnsContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;

class Neo4jOutsideTurnsIT extends OutsideTurnsContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected OutsideTurns turns() {
    return new Neo4jOutsideTurns(LEDGER.graph, LEDGER.journal);
  }
}
