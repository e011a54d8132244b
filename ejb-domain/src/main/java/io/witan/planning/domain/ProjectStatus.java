package io.witan.planning.domain;

import java.util.Locale;

/** How far a project is. Wire value: the name in lower case. */
public enum ProjectStatus {
  ACTIVE,
  PLANNING,
  IN_PROGRESS,
  ON_HOLD,
  COMPLETED,
  ARCHIVED,
  CANCELLED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
