package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;
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

  /**
   * Reads a wire value, in any case.
   *
   * @throws InvalidValue when there is no such status
   */
  public static ProjectStatus parse(String field, String value) {
    return WireNames.parse(values(), ProjectStatus::wire, field, value);
  }
}
