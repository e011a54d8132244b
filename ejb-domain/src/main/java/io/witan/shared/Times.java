package io.witan.shared;

import java.time.Instant;
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

  /** For example {@code 2026-11-20T08:00:05.000Z}; what is shorter than a millisecond is cut. */
  public static String text(Instant time) {
    return MILLISECONDS.format(time);
  }
}
