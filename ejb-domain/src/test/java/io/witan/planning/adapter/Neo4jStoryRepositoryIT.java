package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.StoryRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jStoryRepositoryIT extends StoryRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected StoryRepository stories() {
    return new Neo4jStoryRepository(LEDGER.graph, LEDGER.journal);
  }
}
