package io.witan.workflow.application;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ImplementationCouncil;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Has a council think about how to build a task. */
@Dependent
public class RequestImplementation {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final ImplementationCouncil council;

  @Inject
  public RequestImplementation(
      Transactions transactions, TaskWorkflowRepository workflows, ImplementationCouncil council) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.council = council;
  }

  /**
   * Starts a deliberation, or answers the open one of the task.
   *
   * @param wish which of the usual rules are to be otherwise, where one is started
   * @return the id of the deliberation
   */
  public Outcome<String> request(Command command, TaskId task, Wish wish) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("have a task deliberated", Role.DEVELOPER)
                .then(actor -> Outcome.found("task", task, workflows.find(task)))
                .then(found -> command.fresh(found, "task " + task, found.version()))
                .then(RequestImplementation::inWork)
                .then(workflow -> council.convene(command, workflow, wish)));
  }

  private static Outcome<TaskWorkflow> inWork(TaskWorkflow workflow) {
    if (workflow.state() == TaskState.IMPLEMENTING) {
      return Outcome.done(workflow);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "task %s cannot be deliberated while %s; legal: implementing"
                .formatted(workflow.task(), workflow.state().wire())));
  }
}
