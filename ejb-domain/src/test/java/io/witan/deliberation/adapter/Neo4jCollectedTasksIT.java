package io.witan.deliberation.adapter;

import io.witan.deliberation.port.CollectedTasks;
import io.witan.deliberation.port.CollectedTasksContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;

class Neo4jCollectedTasksIT extends CollectedTasksContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected CollectedTasks tasks() {
    return new Neo4jCollectedTasks(LEDGER.graph, LEDGER.journal);
  }
}
