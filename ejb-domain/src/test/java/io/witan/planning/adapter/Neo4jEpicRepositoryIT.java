package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.EpicRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jEpicRepositoryIT extends EpicRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected EpicRepository epics() {
    return new Neo4jEpicRepository(LEDGER.graph, LEDGER.journal);
  }
}
