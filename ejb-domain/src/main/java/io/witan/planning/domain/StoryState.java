package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;

/** Where a story stands; the ways between are in {@link StoryTransitions}. Wire value: the name. */
public enum StoryState {
  DRAFT,
  PO_REVIEW,
  READY_FOR_PLANNING,
  PLANNED,
  READY_FOR_EXECUTION,
  IN_PROGRESS,
  CODE_REVIEW,
  TESTING,
  READY_TO_REVIEW,
  ACCEPTED,
  CARRY_OVER,
  DONE,
  ARCHIVED;

  /**
   * Reads a wire value, in any case.
   *
   * @throws InvalidValue when there is no such state
   */
  public static StoryState parse(String field, String value) {
    return WireNames.parse(values(), Enum::name, field, value);
  }
}
