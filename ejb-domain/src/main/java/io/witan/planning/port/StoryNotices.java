package io.witan.planning.port;

import io.witan.planning.domain.TasksNotReady;

/** Tells others what they are to hear of a story although nothing was changed. */
public interface StoryNotices {

  /** Told when the running transaction ends with the refusal that it is about. */
  void tasksNotReady(TasksNotReady notice);
}
