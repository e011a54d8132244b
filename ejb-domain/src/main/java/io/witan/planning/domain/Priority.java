package io.witan.planning.domain;

import io.witan.shared.WireNames;

/** Where a product owner puts a story that was reviewed. Wire value: the name. */
public enum Priority {
  HIGH,
  MEDIUM,
  LOW;

  /**
   * Reads a wire value, in any case.
   *
   * @throws io.witan.shared.InvalidValue when there is no such priority
   */
  public static Priority parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
