package io.witan.planning.application;

import io.witan.planning.domain.Task;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads tasks page by page. */
@Dependent
public class ListTasks {
  private final TaskRepository tasks;

  @Inject
  public ListTasks(TaskRepository tasks) {
    this.tasks = tasks;
  }

  /** One page of those that fit, in the order that is asked for. */
  public Page<Task> list(TaskRepository.Filter filter, Page.Request page) {
    return tasks.list(filter, page);
  }
}
