package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.domain.Attempt;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.port.FourEyesPolicy;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does one thing to a task, as its table allows; what follows by itself follows at once. */
@Dependent
public class PerformAction {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final FourEyesPolicy fourEyes;
  private final Clock clock;

  @Inject
  public PerformAction(
      Transactions transactions,
      TaskWorkflowRepository workflows,
      FourEyesPolicy fourEyes,
      Clock clock) {
    this.fourEyes = fourEyes;
    this.transactions = transactions;
    this.workflows = workflows;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param as the role in which it is done; absent means the one that the action needs
   * @param fencingToken the claim that the actor believes to hold; absent means whichever is
   *     current
   */
  public record Request(
      TaskAction action, Optional<Role> as, Optional<Long> fencingToken, WorkDone work) {

    /** Without a fencing token. */
    public Request(TaskAction action, Optional<Role> as, WorkDone work) {
      this(action, as, Optional.empty(), work);
    }

    private Attempt by(Actor actor) {
      return new Attempt(action, actor, as, fencingToken, work);
    }
  }

  /** Does it, or answers why not and what would be legal. */
  public Outcome<TaskWorkflow> perform(Command command, TaskId task, Request request) {
    return transactions.run(
        command,
        () ->
            Outcome.found("task", task, workflows.lock(task))
                .then(current -> command.fresh(current, "task " + task, current.version()))
                .then(current -> perform(current, request.by(command.actor())))
                .map(this::keep));
  }

  private Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(
      TaskWorkflow current, Attempt attempt) {
    Outcome<Change<TaskWorkflow, WorkflowEvent>> done = current.perform(attempt, clock.instant());
    return fourEyes.otherFamily()
        ? done.then(change -> current.judgedByOtherFamily(attempt).map(same -> change))
        : done;
  }

  /** Keeps it with what follows by itself; where that leads. */
  private TaskWorkflow keep(Change<TaskWorkflow, WorkflowEvent> change) {
    List<Change<TaskWorkflow, WorkflowEvent>> following = new ArrayList<>();
    TaskWorkflow last = change.after();
    Optional<Change<TaskWorkflow, WorkflowEvent>> next = routeOn(last);
    while (next.isPresent()) {
      following.add(next.get());
      last = next.get().after();
      next = routeOn(last);
    }
    workflows.save(change, following);
    return last;
  }

  private Optional<Change<TaskWorkflow, WorkflowEvent>> routeOn(TaskWorkflow workflow) {
    return workflow.routeOn(Actor.system(), clock.instant());
  }
}
