package io.witan.deliberation.adapter;

import io.witan.deliberation.port.CouncilRepository;
import io.witan.deliberation.port.CouncilRepositoryContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;

class Neo4jCouncilRepositoryIT extends CouncilRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected CouncilRepository councils() {
    return new Neo4jCouncilRepository(LEDGER.graph, LEDGER.journal);
  }
}
