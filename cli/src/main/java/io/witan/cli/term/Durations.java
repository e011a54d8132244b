package io.witan.cli.term;

import java.time.Duration;
import java.util.Locale;

/** Spells lengths of time as people read them: {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
public final class Durations {
  private Durations() {}

  public static String spell(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
