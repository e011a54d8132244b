package io.witan.planning.domain;

import io.witan.shared.WireNames;

/** How hard something is to build, ordered. Wire value: the name. */
public enum Complexity {
  LOW,
  MEDIUM,
  HIGH;

  /**
   * Reads a wire value, in any case.
   *
   * @throws io.witan.shared.InvalidValue when there is no such complexity
   */
  public static Complexity parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
