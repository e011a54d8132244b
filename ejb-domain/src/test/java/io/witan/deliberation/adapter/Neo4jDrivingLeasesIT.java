package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.application.CouncilOnNeo4j;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.DrivingLeasesContract;
import io.witan.deliberation.port.TurnAttempts;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class Neo4jDrivingLeasesIT extends DrivingLeasesContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Store store() {
    return new Store(CouncilOnNeo4j.deliberations(LEDGER), LEDGER.transactions);
  }

  @Override
  protected TurnAttempts attempts() {
    return new Neo4jTurnAttempts(LEDGER.graph);
  }

  @Override
  protected DrivingLeases leases(Clock clock, Duration length) {
    return new Neo4jDrivingLeases(
        LEDGER.graph, new JsonAnswers(), clock, () -> UUID.randomUUID().toString(), length);
  }

  @Test
  void of_many_processes_at_the_same_time_one_gets_the_lease() throws Exception {
    DeliberationId id = started(Purpose.PLAN).id();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int process = 0; process < 8; process++) {
        DrivingLeases leases = leases(LEDGER.clock, Duration.ofSeconds(15));
        all.add(() -> leases.acquire(id).isPresent());
      }

      int got = 0;
      for (Future<Boolean> answer : threads.invokeAll(all)) {
        got += answer.get() ? 1 : 0;
      }

      assertThat(got).isOne();
    } finally {
      threads.shutdownNow();
    }
  }
}
