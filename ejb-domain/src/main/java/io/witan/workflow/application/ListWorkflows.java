package io.witan.workflow.application;

import io.witan.planning.domain.StoryId;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the workflows of a story. */
@Dependent
public class ListWorkflows {
  private final TaskWorkflowRepository workflows;

  @Inject
  public ListWorkflows(TaskWorkflowRepository workflows) {
    this.workflows = workflows;
  }

  /** Oldest first; empty for an unknown story. */
  public List<TaskWorkflow> list(StoryId story) {
    return workflows.ofStory(story);
  }
}
