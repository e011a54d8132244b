package io.witan.workflow.application;

import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ClaimLeases;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Reads until when the claim of a task holds. */
@Dependent
public class GetClaimEnd {
  private final ClaimLeases leases;

  @Inject
  public GetClaimEnd(ClaimLeases leases) {
    this.leases = leases;
  }

  /** Absent when nobody holds the task. */
  public Optional<Instant> get(TaskWorkflow workflow) {
    return leases.until(workflow);
  }
}
