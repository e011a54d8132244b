package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.ProjectRepository;
import io.witan.planning.port.ProjectRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jProjectRepositoryIT extends ProjectRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected ProjectRepository projects() {
    return new Neo4jProjectRepository(LEDGER.graph, LEDGER.journal);
  }
}
