package io.witan.deliberation.adapter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting of several values with commas between. Payara cannot inject an optional list, so it is
 * injected as text.
 */
final class ListSetting {
  private ListSetting() {}

  /** The values without white space around them; none when nothing is set. */
  static List<String> of(Optional<String> text) {
    return text.stream()
        .flatMap(some -> Stream.of(some.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
