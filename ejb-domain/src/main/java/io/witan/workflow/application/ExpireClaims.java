package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ClaimLeases;
import io.witan.workflow.port.GateCouncils;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives back the tasks whose claims ran out, each in a transaction of its own. */
@Dependent
public class ExpireClaims {
  private static final int AT_ONCE = 100;

  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final ClaimLeases leases;
  private final GateCouncils councils;
  private final Clock clock;

  @Inject
  public ExpireClaims(
      Transactions transactions,
      TaskWorkflowRepository workflows,
      ClaimLeases leases,
      GateCouncils councils,
      Clock clock) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.leases = leases;
    this.councils = councils;
    this.clock = clock;
  }

  /**
   * Gives back up to a hundred.
   *
   * @return how many were given back
   */
  public int expire() {
    return leases.lapsed(AT_ONCE).stream().mapToInt(this::expire).sum();
  }

  private int expire(TaskId task) {
    return transactions
        .run(
            Command.by(Actor.system()),
            () -> Outcome.found("task", task, workflows.lock(task)).map(this::giveBack))
        .fold(given -> given, refusal -> 0);
  }

  /** Under the lock it is asked again: a sign of life or the result may just have come. */
  private int giveBack(TaskWorkflow workflow) {
    return leases
        .until(workflow)
        .filter(end -> end.isBefore(clock.instant()))
        .filter(end -> isLeft(workflow))
        .flatMap(end -> workflow.lapse(Actor.system(), clock.instant()))
        .map(
            change -> {
              workflows.save(change);
              return 1;
            })
        .orElse(0);
  }

  /** A council that is still at work gives its sign of life here. */
  private boolean isLeft(TaskWorkflow workflow) {
    boolean atWork = councils.areAtWork(workflow);
    if (atWork) {
      leases.extend(workflow);
    }
    return !atWork;
  }
}
