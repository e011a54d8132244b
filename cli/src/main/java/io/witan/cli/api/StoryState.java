package io.witan.cli.api;

/** Where a story stands; the main way from the first to {@link #DONE} is in this order. */
public enum StoryState {
  DRAFT,
  PO_REVIEW,
  READY_FOR_PLANNING,
  PLANNED,
  READY_FOR_EXECUTION,
  IN_PROGRESS,
  CODE_REVIEW,
  TESTING,
  READY_TO_REVIEW,
  ACCEPTED,
  DONE,
  CARRY_OVER,
  ARCHIVED;

  /** On the main way at this state or behind it. */
  public boolean reached(StoryState other) {
    return onMainWay() && compareTo(other) >= 0;
  }

  /** Not carried over and not archived. */
  public boolean onMainWay() {
    return compareTo(DONE) <= 0;
  }
}
