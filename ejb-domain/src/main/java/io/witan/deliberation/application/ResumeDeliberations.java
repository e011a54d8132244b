package io.witan.deliberation.application;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.DrivingLeases;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/** Finds what was left by a process that ended, and hands it to a driver. */
@Dependent
public class ResumeDeliberations {
  private final DrivingLeases leases;

  @Inject
  public ResumeDeliberations(DrivingLeases leases) {
    this.leases = leases;
  }

  /** Hands over up to {@code most} open deliberations that nobody drives, oldest first. */
  public List<DeliberationId> resume(int most, Consumer<DeliberationId> driver) {
    List<DeliberationId> left = leases.abandoned(most);
    left.forEach(driver);
    return left;
  }
}
