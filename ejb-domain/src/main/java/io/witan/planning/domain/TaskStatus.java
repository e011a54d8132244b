package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;
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

  /**
   * Reads a wire value, in any case.
   *
   * @throws InvalidValue when there is no such status
   */
  public static TaskStatus parse(String field, String value) {
    return WireNames.parse(values(), TaskStatus::wire, field, value);
  }
}
