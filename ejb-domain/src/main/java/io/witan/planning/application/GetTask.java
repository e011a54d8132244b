package io.witan.planning.application;

import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one task. */
@Dependent
public class GetTask {
  private final TaskRepository repository;

  @Inject
  public GetTask(TaskRepository repository) {
    this.repository = repository;
  }

  /** The task, or {@code NOT_FOUND}. */
  public Outcome<Task> get(TaskId id) {
    return Outcome.found("task", id, repository.find(id));
  }
}
