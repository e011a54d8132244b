package io.witan.workflow.adapter;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.port.TaskProgress;
import io.witan.planning.port.TaskStages;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells planning how far tasks are, in planning's words. */
@Dependent
public class WorkflowTaskProgress implements TaskProgress, TaskStages {
  private final TaskWorkflowRepository workflows;

  @Inject
  public WorkflowTaskProgress(TaskWorkflowRepository workflows) {
    this.workflows = workflows;
  }

  @Override
  public Map<TaskId, TaskStage> of(StoryId story) {
    return workflows.statesOf(story).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, task -> stage(task.getValue())));
  }

  @Override
  public Optional<TaskStage> of(String state) {
    return Stream.of(TaskState.values())
        .filter(known -> known.wire().equals(state))
        .findFirst()
        .map(WorkflowTaskProgress::stage);
  }

  static TaskStage stage(TaskState state) {
    return switch (state) {
      case TODO -> TaskStage.TODO;
      case IMPLEMENTING, DEV_COMPLETED, ARCH_REJECTED, QA_FAILED -> TaskStage.WORKING;
      case PENDING_ARCH_REVIEW, ARCH_REVIEWING, ARCH_APPROVED -> TaskStage.WITH_ARCHITECT;
      case PENDING_QA, QA_TESTING, QA_PASSED -> TaskStage.WITH_QA;
      case PENDING_PO_APPROVAL, PO_APPROVED -> TaskStage.WITH_PO;
      case DONE -> TaskStage.DONE;
      case CANCELLED -> TaskStage.CANCELLED;
    };
  }
}
