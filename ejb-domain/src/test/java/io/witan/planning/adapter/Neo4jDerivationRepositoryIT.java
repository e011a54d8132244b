package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.DerivationRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jDerivationRepositoryIT extends DerivationRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected DerivationRepository derivations() {
    return new Neo4jDerivationRepository(LEDGER.graph, LEDGER.journal);
  }
}
