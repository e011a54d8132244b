package io.witan.shared;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next where the following page starts; absent on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /** The most items that one page may hold. */
  public static final int MOST = 500;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * What part of a list is wanted.
   *
   * @param size 1 to {@value #MOST} items
   * @param after the {@code next} of the page before; absent for the first
   */
  public record Request(int size, Optional<String> after) {
    public Request {
      if (size < 1 || size > MOST) {
        throw new InvalidValue("limit", String.valueOf(size), "1 to " + MOST);
      }
    }

    public static Request first(int size) {
      return new Request(size, Optional.empty());
    }
  }
}
