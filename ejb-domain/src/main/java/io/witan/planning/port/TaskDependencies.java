package io.witan.planning.port;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import java.util.List;

/** Why tasks wait for each other. That they do is kept with the tasks themselves. */
public interface TaskDependencies {

  /** Keeps the reasons for dependencies of tasks that exist; needs a transaction. */
  void explain(List<TaskDependency> dependencies);

  /** All dependencies between tasks of a story. */
  List<TaskDependency> ofStory(StoryId story);
}
