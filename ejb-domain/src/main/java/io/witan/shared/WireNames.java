package io.witan.shared;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the names under which the values of an enum go over the wire, in any case. */
public final class WireNames {
  private WireNames() {}

  private static <E> Optional<E> find(E[] values, Function<E, String> wire, String name) {
    return Stream.of(values).filter(value -> wire.apply(value).equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The value of that name.
   *
   * @param field the name of the field that holds it, for the refusal
   * @throws InvalidValue when there is none; it lists what there is
   */
  public static <E> E parse(E[] values, Function<E, String> wire, String field, String name) {
    return find(values, wire, name)
        .orElseThrow(
            () ->
                new InvalidValue(
                    field,
                    name,
                    "one of " + Stream.of(values).map(wire).collect(Collectors.joining(", "))));
  }
}
