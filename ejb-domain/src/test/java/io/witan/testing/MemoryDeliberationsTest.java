package io.witan.testing;

import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.DeliberationRepositoryContract;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.TurnAttempts;
import io.witan.ledger.port.Transactions;
import java.time.Clock;
import java.time.Duration;

class MemoryDeliberationsTest extends DeliberationRepositoryContract {
  private final MemoryDeliberations store = new MemoryDeliberations();

  @Override
  protected DeliberationRepository deliberations() {
    return store;
  }

  @Override
  protected Transactions transactions() {
    return store.transactions;
  }

  @Override
  protected TurnAttempts attempts() {
    return store;
  }

  @Override
  protected DrivingLeases leases(Clock clock, Duration length) {
    return store.leases(clock, length);
  }
}
