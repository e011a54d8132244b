package io.witan.grpc.planning;

import io.witan.shared.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the lower-case names under which status values travel. */
final class WireNames {
  private WireNames() {}

  /**
   * The value of that name, in any case.
   *
   * @throws InvalidValue when no value has it
   */
  static <E extends Enum<E>> E parse(String field, String name, E[] values) {
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new InvalidValue(field, name, "one of " + names(values)));
  }

  private static <E extends Enum<E>> String names(E[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
