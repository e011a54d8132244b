package io.witan.workflow.application;

import io.witan.planning.domain.TaskId;
import io.witan.workflow.port.WorkflowHistory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the steps that a task has taken. */
@Dependent
public class GetHistory {
  private final WorkflowHistory history;

  @Inject
  public GetHistory(WorkflowHistory history) {
    this.history = history;
  }

  /** Oldest first. */
  public List<WorkflowHistory.Step> get(TaskId task) {
    return history.of(task);
  }
}
