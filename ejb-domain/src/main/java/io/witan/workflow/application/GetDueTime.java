package io.witan.workflow.application;

import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.SlaPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells until when the next thing about a task should be done. */
@Dependent
public class GetDueTime {
  private final SlaPolicy policy;

  @Inject
  public GetDueTime(SlaPolicy policy) {
    this.policy = policy;
  }

  /** Absent when the task has ended. */
  public Optional<Instant> get(TaskWorkflow workflow) {
    return policy.times().next(workflow);
  }
}
