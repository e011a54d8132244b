package io.witan.planning.adapter;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.CeremonyRepositoryContract;
import io.witan.testkit.TestServers;

class Neo4jCeremonyRepositoryIT extends CeremonyRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected CeremonyRepository ceremonies() {
    return new Neo4jCeremonyRepository(LEDGER.graph, LEDGER.journal);
  }
}
