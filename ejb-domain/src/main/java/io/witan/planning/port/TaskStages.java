package io.witan.planning.port;

import io.witan.planning.domain.TaskStage;
import java.util.Optional;

/** What the states of a task's workflow mean to planning; the workflow knows. */
public interface TaskStages {

  /**
   * The stage of a state.
   *
   * @param state as the workflow's events name it; absent is the answer for one that is unknown
   */
  Optional<TaskStage> of(String state);
}
