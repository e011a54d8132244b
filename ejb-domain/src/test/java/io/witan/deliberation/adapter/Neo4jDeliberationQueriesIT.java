package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CouncilOnNeo4j;
import io.witan.deliberation.port.DeliberationQueriesContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.TestServers;

class Neo4jDeliberationQueriesIT extends DeliberationQueriesContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Store store() {
    return new Store(CouncilOnNeo4j.deliberations(LEDGER), LEDGER.transactions);
  }
}
