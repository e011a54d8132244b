package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ClaimLeases;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** A sign of life of the one who holds a task: the claim holds for one more lease. */
@Dependent
public class ExtendClaim {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final ClaimLeases leases;

  @Inject
  public ExtendClaim(
      Transactions transactions, TaskWorkflowRepository workflows, ClaimLeases leases) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.leases = leases;
  }

  /** A claim and its end. */
  public record Extended(TaskWorkflow workflow, Instant until) {}

  /**
   * Extends it, or answers who holds the task now.
   *
   * @param token the fencing token of the claim
   */
  public Outcome<Extended> extend(Command command, TaskId task, long token) {
    return transactions.run(
        command,
        () ->
            Outcome.found("task", task, workflows.lock(task))
                .then(current -> current.heldBy(command.actor(), token))
                .map(held -> new Extended(held, leases.extend(held))));
  }
}
