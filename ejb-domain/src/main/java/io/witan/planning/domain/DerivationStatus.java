package io.witan.planning.domain;

import io.witan.shared.WireNames;

/** How far the derivation of a plan's tasks is. Wire value: the name. */
public enum DerivationStatus {
  /** A council thinks about it. */
  REQUESTED,
  /** The tasks are there. */
  DERIVED,
  /** A person has to look at it, and may ask again. */
  FAILED;

  /**
   * Reads a wire value.
   *
   * @throws io.witan.shared.InvalidValue when there is no such status
   */
  public static DerivationStatus parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
