package io.witan.planning.domain;

import io.witan.shared.WireNames;

/**
 * Where a ceremony stands; the ways between are in {@link CeremonyTransitions}. Wire value: the
 * name.
 */
public enum CeremonyStatus {
  /** Stories are gathered. */
  DRAFT,
  /** Councils and agents give their feedback. */
  IN_PROGRESS,
  /** Every story has all of its feedback: the product owner decides. */
  REVIEWING,
  COMPLETED,
  CANCELLED;

  /**
   * Reads a wire value, in any case.
   *
   * @throws io.witan.shared.InvalidValue when there is no such status
   */
  public static CeremonyStatus parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
