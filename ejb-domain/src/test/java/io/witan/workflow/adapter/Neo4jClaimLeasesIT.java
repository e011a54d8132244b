package io.witan.workflow.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;
import io.witan.workflow.port.ClaimLeases;
import io.witan.workflow.port.ClaimLeasesContract;
import io.witan.workflow.port.TaskWorkflowRepository;

class Neo4jClaimLeasesIT extends ClaimLeasesContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected ClaimLeases leases() {
    return new Neo4jClaimLeases(LEDGER.graph, clock, LEASE);
  }

  @Override
  protected TaskWorkflowRepository workflows() {
    return new Neo4jTaskWorkflowRepository(LEDGER.graph, LEDGER.journal);
  }

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }
}
