package io.witan.deliberation.port;

import io.witan.ledger.port.Transactions;
import java.time.Clock;
import java.time.Duration;

class InMemoryDeliberationsTest extends DeliberationRepositoryContract {
  private final InMemoryDeliberations store = new InMemoryDeliberations();

  @Override
  protected DeliberationRepository deliberations() {
    return store;
  }

  @Override
  protected Transactions transactions() {
    return store;
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
