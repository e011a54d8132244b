package io.witan.planning.application;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.port.Archived;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads tasks page by page. */
@Dependent
public class ListTasks {
  private final TaskRepository tasks;

  @Inject
  public ListTasks(TaskRepository tasks) {
    this.tasks = tasks;
  }

  /** Oldest first; of one story, if one is named. */
  public Page<Task> list(Optional<StoryId> story, Archived archived, Page.Request page) {
    return tasks.list(story, archived, page);
  }
}
