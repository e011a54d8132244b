package io.witan.planning.port;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import java.util.Map;

/** How far the tasks of a story are; the workflow knows. */
public interface TaskProgress {

  /** The stage of every task of the story that has a workflow. */
  Map<TaskId, TaskStage> of(StoryId story);
}
