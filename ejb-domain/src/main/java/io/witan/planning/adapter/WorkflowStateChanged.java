package io.witan.planning.adapter;

import io.witan.messaging.EventPayload;
import io.witan.planning.domain.StoryId;

/** What planning wants to know of a task that moved in its workflow: whose it is. */
record WorkflowStateChanged(StoryId story) {

  static WorkflowStateChanged from(EventPayload payload) {
    return new WorkflowStateChanged(new StoryId(payload.text("story_id")));
  }
}
