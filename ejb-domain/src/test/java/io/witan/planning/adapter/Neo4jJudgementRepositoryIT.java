package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.JudgementRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jJudgementRepositoryIT extends JudgementRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected JudgementRepository judgements() {
    return new Neo4jJudgementRepository(LEDGER.graph, LEDGER.journal);
  }
}
