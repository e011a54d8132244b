package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.SlaTimes;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.SlaPolicy;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/** Tells, once, of every task that takes longer than it may; each in a transaction of its own. */
@Dependent
public class TellBreaches {
  private static final int AT_ONCE = 100;

  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final SlaTimes times;
  private final Clock clock;

  @Inject
  public TellBreaches(
      Transactions transactions, TaskWorkflowRepository workflows, SlaPolicy policy, Clock clock) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.times = policy.times();
    this.clock = clock;
  }

  /**
   * Tells of up to a hundred of each kind.
   *
   * @return of how many it told
   */
  public int tell() {
    return Stream.of(Sla.values()).mapToInt(this::tell).sum();
  }

  private int tell(Sla sla) {
    Instant before = clock.instant().minus(times.times().get(sla));
    return workflows.overdue(sla, before, AT_ONCE).stream().mapToInt(task -> tell(sla, task)).sum();
  }

  private int tell(Sla sla, TaskId task) {
    return transactions
        .run(
            Command.by(Actor.system()),
            () ->
                Outcome.found("task", task, workflows.lock(task))
                    .map(workflow -> tell(sla, workflow)))
        .fold(told -> told, refusal -> 0);
  }

  /** Under the lock it is asked again: the task may just have gone on. */
  private int tell(Sla sla, TaskWorkflow workflow) {
    return workflow
        .breach(sla, times, clock.instant())
        .map(
            change -> {
              workflows.save(change);
              return 1;
            })
        .orElse(0);
  }
}
