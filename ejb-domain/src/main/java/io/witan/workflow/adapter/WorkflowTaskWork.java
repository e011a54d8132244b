package io.witan.workflow.adapter;

import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskWork;
import io.witan.shared.Command;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Discards the workflow of a task on which no work is wanted any more. */
@Dependent
public class WorkflowTaskWork implements TaskWork {
  private final TaskWorkflowRepository workflows;
  private final PerformAction performAction;

  @Inject
  public WorkflowTaskWork(TaskWorkflowRepository workflows, PerformAction performAction) {
    this.workflows = workflows;
    this.performAction = performAction;
  }

  @Override
  public void end(Command command, TaskId task, String why) {
    if (workflows.lock(task).filter(workflow -> !workflow.state().isFinal()).isPresent()) {
      performAction
          .perform(
              command,
              task,
              new Request(TaskAction.DISCARD_TASK, Optional.empty(), new WorkDone(why, Map.of())))
          .fold(
              done -> done,
              refusal -> {
                throw new IllegalStateException(refusal.message());
              });
    }
  }
}
