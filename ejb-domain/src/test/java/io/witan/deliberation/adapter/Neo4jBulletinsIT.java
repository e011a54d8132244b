package io.witan.deliberation.adapter;

import io.witan.deliberation.port.Bulletins;
import io.witan.deliberation.port.BulletinsContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;

class Neo4jBulletinsIT extends BulletinsContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected Bulletins bulletins() {
    return new Neo4jBulletins(LEDGER.graph, LEDGER.journal);
  }
}
