package io.witan.testing;

import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.Submissions;
import io.witan.deliberation.port.SubmissionsContract;
import io.witan.ledger.port.Transactions;
import java.time.Clock;
import java.time.Duration;

class MemorySubmissionsTest extends SubmissionsContract {
  private final Memory memory = new Memory();

  @Override
  protected Submissions submissions() {
    return memory.submissions;
  }

  @Override
  protected DeliberationRepository deliberations() {
    return memory.deliberations;
  }

  @Override
  protected DrivingLeases leases(Clock clock, Duration length) {
    return memory.deliberations.leases(clock, length);
  }

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }
}
