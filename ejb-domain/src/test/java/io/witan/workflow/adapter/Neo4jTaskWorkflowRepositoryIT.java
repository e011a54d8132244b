package io.witan.workflow.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;
import io.witan.workflow.port.TaskWorkflowRepository;
import io.witan.workflow.port.TaskWorkflowRepositoryContract;
import io.witan.workflow.port.WorkflowHistory;

class Neo4jTaskWorkflowRepositoryIT extends TaskWorkflowRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected TaskWorkflowRepository workflows() {
    return new Neo4jTaskWorkflowRepository(LEDGER.graph, LEDGER.journal);
  }

  @Override
  protected WorkflowHistory history() {
    return new AuditedHistory(LEDGER.trail);
  }
}
