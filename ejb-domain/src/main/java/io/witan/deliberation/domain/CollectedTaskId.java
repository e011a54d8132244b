package io.witan.deliberation.domain;

import io.witan.shared.Ids;

/** Names a task that agents from outside work on by themselves; they made the name up. */
public record CollectedTaskId(String value) {
  public CollectedTaskId {
    Ids.valid("task_id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
