package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.domain.Retry;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.port.RetryPolicy;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Throws the work on a task away, so that it begins anew; so often as is settled. */
@Dependent
public class RetryTask {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final RetryPolicy policy;
  private final Clock clock;

  @Inject
  public RetryTask(
      Transactions transactions,
      TaskWorkflowRepository workflows,
      RetryPolicy policy,
      Clock clock) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param reason why; may be empty
   * @param fencingToken the claim whose work failed: if it is not the current one, nothing is
   *     thrown away; absent means whichever is current, or none
   */
  public record Request(String reason, Optional<Long> fencingToken) {
    private Retry by(Actor actor, RetryPolicy policy) {
      return new Retry(actor.id(), reason, fencingToken, policy.most());
    }
  }

  /**
   * Does it, or answers why not. The system does it in the name of whoever really asked: a product
   * owner, an administrator, or a service.
   */
  public Outcome<TaskWorkflow> retry(Command command, TaskId task, Request request) {
    Retry retry = request.by(command.actor(), policy);
    return transactions.run(
        command,
        () ->
            command
                .allowed("retry task " + task, Role.PO, Role.ADMIN)
                .then(actor -> Outcome.found("task", task, workflows.lock(task)))
                .then(current -> command.fresh(current, "task " + task, current.version()))
                .then(current -> current.retry(retry, clock.instant()))
                .then(change -> save(command, change)));
  }

  private Outcome<TaskWorkflow> save(Command command, Change<TaskWorkflow, WorkflowEvent> change) {
    return transactions.run(
        forSender(command),
        () -> {
          workflows.save(change);
          return Outcome.done(change.after());
        });
  }

  private static Command forSender(Command command) {
    Actor system =
        new Actor(Actor.system().id(), Set.of(Role.SYSTEM), command.actor().onBehalfOf());
    return new Command(system, Optional.empty(), Optional.empty(), command.traceId());
  }
}
