package io.witan.contract;

import java.util.Objects;

/**
 * One field of a payload.
 *
 * @param required whether it is always there
 */
public record Field(String name, Shape shape, boolean required) {
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
  }

  /** A field that is always there. */
  public static Field field(String name, Shape shape) {
    return new Field(name, shape, true);
  }

  /** A field that is left out when there is nothing to say. */
  public static Field optional(String name, Shape shape) {
    return new Field(name, shape, false);
  }
}
