package io.witan.planning.domain;

/** How far a task's workflow is, in planning's words; ordered from first to last. */
public enum TaskStage {
  TODO(TaskStatus.TODO),
  WORKING(TaskStatus.IN_PROGRESS),
  WITH_ARCHITECT(TaskStatus.IN_REVIEW),
  WITH_QA(TaskStatus.IN_REVIEW),
  WITH_PO(TaskStatus.IN_REVIEW),
  DONE(TaskStatus.COMPLETED),
  CANCELLED(TaskStatus.CANCELLED);

  private final TaskStatus status;

  TaskStage(TaskStatus status) {
    this.status = status;
  }

  public TaskStatus status() {
    return status;
  }

  boolean isLive() {
    return this != CANCELLED;
  }
}
