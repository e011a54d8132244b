package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.PlanRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jPlanRepositoryIT extends PlanRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected PlanRepository plans() {
    return new Neo4jPlanRepository(LEDGER.graph, LEDGER.journal);
  }
}
