package io.witan.planning.domain;

import io.witan.shared.IdSource;
import io.witan.shared.Ids;

/** Names one task of a story. */
public record TaskId(String value) {
  public TaskId {
    Ids.valid("task_id", value);
  }

  static TaskId next(IdSource ids) {
    return new TaskId("T-" + ids.next());
  }

  /** For a task that a backlog review has found. */
  static TaskId nextOfReview(IdSource ids) {
    return new TaskId("TSK-" + ids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
