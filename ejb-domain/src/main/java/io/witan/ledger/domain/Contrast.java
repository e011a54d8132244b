package io.witan.ledger.domain;

import java.util.Optional;

/**
 * Two values that differ, each short enough to be read: of long ones, the part in which they begin
 * to differ.
 */
record Contrast(String first, String second) {
  private static final int SHOWN = 80;
  private static final int BEFORE = 20;

  static Contrast of(Optional<Object> first, Optional<Object> second) {
    String one = first.map(String::valueOf).orElse("");
    String other = second.map(String::valueOf).orElse("");
    int start = Math.max(0, firstDifference(one, other) - BEFORE);
    return new Contrast(
        first.map(value -> shown(value, one, start)).orElse("gone"),
        second.map(value -> shown(value, other, start)).orElse("gone"));
  }

  private static int firstDifference(String one, String other) {
    int place = 0;
    while (place < Math.min(one.length(), other.length())
        && one.charAt(place) == other.charAt(place)) {
      place++;
    }
    return place;
  }

  private static String shown(Object value, String text, int start) {
    int from = Math.min(start, text.length());
    int end = Math.min(text.length(), from + SHOWN);
    String part =
        (from > 0 ? "…" : "") + text.substring(from, end) + (end < text.length() ? "…" : "");
    return value instanceof CharSequence ? "\"" + part + "\"" : part;
  }
}
