package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives a task back to the queue that it was taken from, as a council came to nothing with it. */
@Dependent
public class GiveBackClaim {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final Clock clock;

  @Inject
  public GiveBackClaim(Transactions transactions, TaskWorkflowRepository workflows, Clock clock) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.clock = clock;
  }

  /**
   * Gives it back, if a council holds it under that claim; otherwise there is nothing to do.
   *
   * @param token the fencing token of the claim
   * @param why kept in the history
   */
  public Outcome<TaskWorkflow> giveBack(Command command, TaskId task, long token, String why) {
    return transactions.run(
        command,
        () ->
            Outcome.found("task", task, workflows.lock(task))
                .map(found -> giveBack(found, token, command, why)));
  }

  private TaskWorkflow giveBack(TaskWorkflow task, long token, Command command, String why) {
    return task.giveBack(token, command.actor(), why, clock.instant())
        .map(
            change -> {
              workflows.save(change);
              return change.after();
            })
        .orElse(task);
  }
}
