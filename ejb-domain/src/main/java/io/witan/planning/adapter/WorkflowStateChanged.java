package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.port.TaskStages;
import java.util.Optional;

/**
 * What planning wants to know of a task that moved in its workflow: whose it is, and whether that
 * matters.
 *
 * @param from in the words of the workflow; empty when it is not said
 * @param to in the words of the workflow; empty when it is not said
 */
record WorkflowStateChanged(StoryId story, String from, String to) {

  static WorkflowStateChanged from(EventPayload payload) {
    return new WorkflowStateChanged(
        new StoryId(payload.text("story_id")),
        payload.optionalText("from_state").orElse(""),
        payload.optionalText("to_state").orElse(""));
  }

  /** Whether the task is at another stage than before, or may be. */
  boolean isProgress(TaskStages stages) {
    Optional<TaskStage> before = stages.of(from);
    return before.isEmpty() || !before.equals(stages.of(to));
  }
}
