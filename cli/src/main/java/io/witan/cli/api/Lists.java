package io.witan.cli.api;

import java.util.List;

/** A list that the server left out is an empty one. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
