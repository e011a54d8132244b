package io.witan.deliberation.application;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.port.CollectedTasks;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads how far a task is that agents from outside work on by themselves. */
@Dependent
public class GetCollectedTask {
  private final CollectedTasks tasks;

  @Inject
  public GetCollectedTask(CollectedTasks tasks) {
    this.tasks = tasks;
  }

  /** One that was removed is not there any more. */
  public Outcome<CollectedTask> get(CollectedTaskId id) {
    return Outcome.found("task", id, tasks.find(id).filter(task -> !task.removed()));
  }
}
