package io.witan.workflow.application;

import io.witan.planning.domain.TaskId;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads the workflow of one task. */
@Dependent
public class GetWorkflow {
  private final TaskWorkflowRepository workflows;

  @Inject
  public GetWorkflow(TaskWorkflowRepository workflows) {
    this.workflows = workflows;
  }

  /** The workflow, or {@code NOT_FOUND}. */
  public Outcome<TaskWorkflow> get(TaskId task) {
    return Outcome.found("task", task, workflows.find(task));
  }
}
