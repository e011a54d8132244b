package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
    String name = value == null ? "" : value.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    field,
                    value,
                    "one of "
                        + Arrays.stream(values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }
}
