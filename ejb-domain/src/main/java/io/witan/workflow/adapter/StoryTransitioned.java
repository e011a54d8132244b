package io.witan.workflow.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import java.util.List;

/**
 * What the workflow wants to know of a story that moved.
 *
 * @param toState in the words of planning
 */
record StoryTransitioned(StoryId story, String toState, List<TaskId> tasks) {
  private static final String READY = "READY_FOR_EXECUTION";

  StoryTransitioned {
    tasks = List.copyOf(tasks);
  }

  static StoryTransitioned from(EventPayload payload) {
    return new StoryTransitioned(
        new StoryId(payload.text("story_id")),
        payload.text("to_state"),
        payload.texts("tasks").stream().map(TaskId::new).toList());
  }

  /** Whether work on its tasks can begin. */
  boolean isReady() {
    return toState.equals(READY);
  }
}
