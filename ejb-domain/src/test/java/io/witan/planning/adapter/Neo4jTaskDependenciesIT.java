package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.TaskDependencies;
import io.witan.planning.port.TaskDependenciesContract;
import io.witan.planning.port.TaskRepository;
import io.witan.testkit.TestServers;

class Neo4jTaskDependenciesIT extends TaskDependenciesContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected TaskRepository tasks() {
    return new Neo4jTaskRepository(LEDGER.graph, LEDGER.journal);
  }

  @Override
  protected TaskDependencies dependencies() {
    return new Neo4jTaskDependencies(LEDGER.graph);
  }
}
