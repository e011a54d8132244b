package io.witan.testing;

import io.witan.deliberation.port.DeliberationQueriesContract;
import io.witan.deliberation.port.DeliberationRepositoryContract;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.DrivingLeasesContract;
import io.witan.deliberation.port.StoredDeliberations;
import io.witan.deliberation.port.TurnAttempts;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

class MemoryDeliberationsTest {
  private final MemoryDeliberations memory = new MemoryDeliberations();
  private final StoredDeliberations.Store store =
      new StoredDeliberations.Store(memory, memory.transactions);

  @Nested
  class As_a_repository extends DeliberationRepositoryContract {
    @Override
    protected Store store() {
      return store;
    }
  }

  @Nested
  class Asked_for_deliberations extends DeliberationQueriesContract {
    @Override
    protected Store store() {
      return store;
    }
  }

  @Nested
  class As_a_store_of_leases extends DrivingLeasesContract {
    @Override
    protected Store store() {
      return store;
    }

    @Override
    protected TurnAttempts attempts() {
      return memory;
    }

    @Override
    protected DrivingLeases leases(Clock clock, Duration length) {
      return memory.leases(clock, length);
    }
  }
}
