package io.witan.planning.domain;

import java.util.Locale;

/** How far a task is, seen from planning. Wire value: the name in lower case. */
public enum TaskStatus {
  TODO,
  IN_PROGRESS,
  IN_REVIEW,
  BLOCKED,
  COMPLETED,
  CANCELLED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
