package io.witan.workflow.adapter;

import io.witan.deliberation.port.GateTasks;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.GateCouncil;
import io.witan.workflow.domain.TaskTransitions;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Shows councils the tasks that wait at gates, and lets them claim one under their name. */
@Dependent
public class WorkflowGateTasks implements GateTasks {
  private final TaskWorkflowRepository workflows;
  private final PerformAction performAction;

  @Inject
  public WorkflowGateTasks(TaskWorkflowRepository workflows, PerformAction performAction) {
    this.workflows = workflows;
    this.performAction = performAction;
  }

  @Override
  public Optional<Waiting> waiting(TaskId task, Role gate) {
    return workflows
        .lock(task)
        .filter(found -> TaskTransitions.claimAt(found.state(), gate).isPresent())
        .map(
            found ->
                new Waiting(
                    found.rejections() + found.retries(), found.feedback(), found.artifacts()));
  }

  @Override
  public Outcome<Long> claim(TaskId task, Role gate) {
    Command council = Command.by(new Actor(GateCouncil.of(gate), Set.of(gate), system()));
    return Outcome.found("task", task, workflows.lock(task))
        .map(found -> TaskTransitions.claimAt(found.state(), gate).orElseThrow())
        .map(claim -> new Request(claim, Optional.of(gate), WorkDone.nothing()))
        .then(request -> performAction.perform(council, task, request))
        .map(held -> held.fencingToken().orElseThrow());
  }

  private static ActorId system() {
    return Actor.system().id();
  }
}
