package io.witan.testing;

import io.witan.planning.domain.TaskId;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ClaimLeases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leases of claims in memory, over the workflows there. */
public final class MemoryClaimLeases implements ClaimLeases {
  private final MemoryWorkflows workflows;
  private final Clock clock;
  private final Duration lease;
  private final Map<Claim, Instant> extended = new HashMap<>();

  private record Claim(TaskId task, long token) {}

  public MemoryClaimLeases(MemoryWorkflows workflows, Clock clock, Duration lease) {
    this.workflows = workflows;
    this.clock = clock;
    this.lease = lease;
  }

  @Override
  public Optional<Instant> until(TaskWorkflow workflow) {
    return workflow
        .fencingToken()
        .map(
            token ->
                extended.getOrDefault(
                    new Claim(workflow.task(), token), workflow.updatedAt().plus(lease)));
  }

  @Override
  public Instant extend(TaskWorkflow workflow) {
    Instant until = clock.instant().plus(lease);
    extended.put(new Claim(workflow.task(), workflow.fencingToken().orElse(0L)), until);
    return until;
  }

  @Override
  public List<TaskId> lapsed(int most) {
    return workflows.all().stream()
        .filter(
            workflow -> until(workflow).filter(end -> end.isBefore(clock.instant())).isPresent())
        .sorted(Comparator.comparing(TaskWorkflow::updatedAt))
        .map(TaskWorkflow::task)
        .limit(most)
        .toList();
  }
}
