package io.witan.planning.port;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskType;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps tasks. A change needs a transaction, and a lock on what exists already. */
public interface TaskRepository {

  Optional<Task> find(TaskId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Task> lock(TaskId id);

  void save(Change<Task, TaskEvent> change);

  /** The tasks of a story that are not archived, oldest first. */
  List<Task> ofStory(StoryId story);

  /** The status of each of them; to look at, without all that they say. */
  Map<TaskId, TaskStatus> statusesOf(StoryId story);

  Page<Task> list(Filter filter, Page.Request page);

  /**
   * What a list may be narrowed to; what is absent does not narrow.
   *
   * @param text a part of the title, in upper or lower case
   */
  record Filter(
      Optional<StoryId> story,
      Optional<PlanId> plan,
      Optional<TaskStatus> status,
      Optional<TaskType> type,
      Optional<String> text,
      Archived archived) {
    /** Narrows nothing. */
    public static final Filter NONE =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Archived.HIDDEN);

    /** All of one story. */
    public static Filter of(StoryId story) {
      return new Filter(
          Optional.of(story),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Archived.HIDDEN);
    }

    /** The same, with or without what was archived. */
    public Filter with(Archived wanted) {
      return new Filter(story, plan, status, type, text, wanted);
    }
  }
}
