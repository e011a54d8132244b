package io.witan.grpc.fakes;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.port.TaskWorkflowRepository;
import io.witan.workflow.port.WorkflowHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workflows in memory, with the steps that led to them. */
public final class MemoryWorkflows implements TaskWorkflowRepository, WorkflowHistory {
  private final Map<TaskId, TaskWorkflow> kept = new LinkedHashMap<>();
  private final Map<TaskId, List<Step>> steps = new LinkedHashMap<>();

  @Override
  public Optional<TaskWorkflow> find(TaskId task) {
    return Optional.ofNullable(kept.get(task));
  }

  @Override
  public Optional<TaskWorkflow> lock(TaskId task) {
    return find(task);
  }

  @Override
  public void save(Change<TaskWorkflow, WorkflowEvent> change) {
    kept.put(change.after().task(), change.after());
    if (change.event() instanceof WorkflowEvent.TaskMoved moved) {
      steps
          .computeIfAbsent(moved.task(), task -> new ArrayList<>())
          .add(
              new Step(
                  moved.from().wire(),
                  moved.to().wire(),
                  moved.action().wire(),
                  moved.by().value(),
                  moved.role().wire(),
                  moved.at(),
                  moved.work().feedback()));
    }
  }

  @Override
  public List<TaskWorkflow> ofStory(StoryId story) {
    return kept.values().stream().filter(workflow -> workflow.story().equals(story)).toList();
  }

  @Override
  public List<TaskWorkflow> waitingFor(Role role, int most) {
    return kept.values().stream()
        .filter(workflow -> workflow.state().isWaiting())
        .filter(workflow -> workflow.state().roleInCharge().equals(Optional.of(role)))
        .limit(most)
        .toList();
  }

  @Override
  public List<Step> of(TaskId task) {
    return steps.getOrDefault(task, List.of());
  }
}
