package io.witan.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * How Witan writes times as text: ISO 8601 in UTC, always with milliseconds, so that the order of
 * the texts is the order of the times. {@code Instant.toString()} leaves out a fraction of zero,
 * and {@code 05Z} sorts after {@code 05.123Z}.
 */
public final class Times {
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Times() {}

  /**
   * Reads a time with its zone from outside.
   *
   * @throws InvalidValue when it is none
   */
  public static Instant parse(String field, String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException malformed) {
      throw new InvalidValue(field, text, "a time such as 2026-03-01T10:00:00Z");
    }
  }

  /** For example {@code 2026-11-20T08:00:05.000Z}; what is shorter than a millisecond is cut. */
  public static String text(Instant time) {
    return MILLISECONDS.format(time);
  }
}
