package io.witan.cli.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: {@code 90s}, {@code 10m}, {@code 2h}, {@code 1d}, or ISO 8601. */
final class TimeLimit implements ITypeConverter<Duration> {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhd])");

  @Override
  public Duration convert(String text) {
    Matcher parts = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    return parts.matches() ? inShort(Long.parseLong(parts.group(1)), parts.group(2)) : iso(text);
  }

  private static Duration inShort(long many, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(many);
      case "m" -> Duration.ofMinutes(many);
      case "h" -> Duration.ofHours(many);
      default -> Duration.ofDays(many);
    };
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException malformed) {
      TypeConversionException odd =
          new TypeConversionException(
              "\"%s\" is no length of time; expected one such as 90s, 10m, 2h or PT10M"
                  .formatted(text));
      odd.initCause(malformed);
      throw odd;
    }
  }
}
