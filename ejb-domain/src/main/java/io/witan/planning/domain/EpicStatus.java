package io.witan.planning.domain;

import java.util.Locale;

/** How far an epic is. Wire value: the name in lower case. */
public enum EpicStatus {
  ACTIVE,
  PLANNING,
  IN_PROGRESS,
  COMPLETED,
  ARCHIVED,
  CANCELLED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
