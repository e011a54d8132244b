package io.witan.planning.port;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/** Keeps tasks. A change needs a transaction, and a lock on what exists already. */
public interface TaskRepository {

  Optional<Task> find(TaskId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Task> lock(TaskId id);

  void save(Change<Task, TaskEvent> change);

  /** The tasks of a story that are not archived, oldest first. */
  List<Task> ofStory(StoryId story);

  /** Oldest first; of one story, if one is named. */
  Page<Task> list(Optional<StoryId> story, Archived archived, Page.Request page);
}
