package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CouncilOnNeo4j;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.Submissions;
import io.witan.deliberation.port.SubmissionsContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

class Neo4jSubmissionsIT extends SubmissionsContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Submissions submissions() {
    return new Neo4jSubmissions(LEDGER.graph);
  }

  @Override
  protected DeliberationRepository deliberations() {
    return CouncilOnNeo4j.deliberations(LEDGER);
  }

  @Override
  protected DrivingLeases leases(Clock clock, Duration length) {
    return new Neo4jDrivingLeases(
        LEDGER.graph, new JsonAnswers(), clock, () -> UUID.randomUUID().toString(), length);
  }

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }
}
