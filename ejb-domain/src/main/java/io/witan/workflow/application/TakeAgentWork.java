package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskTransitions;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.port.GatePolicy;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Takes the word of an agent that its work at a gate is done. An agent that did not claim the task
 * before does so by that word.
 */
@Dependent
public class TakeAgentWork {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final GatePolicy gates;
  private final PerformAction performAction;

  @Inject
  public TakeAgentWork(
      Transactions transactions,
      TaskWorkflowRepository workflows,
      GatePolicy gates,
      PerformAction performAction) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.gates = gates;
    this.performAction = performAction;
  }

  /**
   * What an agent has done.
   *
   * @param as the role in which it did so
   * @param fencingToken the claim that it believes to hold; absent means whichever is current
   */
  public record AgentWork(
      TaskId task, TaskAction action, Role as, Optional<Long> fencingToken, WorkDone done) {
    private Request request() {
      return new Request(action, Optional.of(as), fencingToken, done);
    }

    private Request claim(TaskAction claim) {
      return new Request(claim, Optional.of(as), fencingToken, WorkDone.nothing());
    }

    private Request claimed() {
      return new Request(action, Optional.of(as), done);
    }
  }

  /** Acts on it, or answers why not. */
  public Outcome<TaskWorkflow> take(Command command, AgentWork work) {
    return transactions.run(
        command,
        () ->
            gates
                .admit(command.actor(), work.as())
                .then(agent -> Outcome.found("task", work.task(), workflows.lock(work.task())))
                .then(task -> act(command, task, work)));
  }

  private Outcome<TaskWorkflow> act(Command command, TaskWorkflow task, AgentWork work) {
    return TaskTransitions.claimBefore(task.state(), work.action())
        .map(
            claim ->
                performAction
                    .perform(command, work.task(), work.claim(claim))
                    .then(held -> performAction.perform(command, work.task(), work.claimed())))
        .orElseGet(() -> performAction.perform(command, work.task(), work.request()));
  }
}
