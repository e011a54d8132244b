package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;
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

  /**
   * Reads a wire value, in any case.
   *
   * @throws InvalidValue when there is no such status
   */
  public static EpicStatus parse(String field, String value) {
    return WireNames.parse(values(), EpicStatus::wire, field, value);
  }
}
