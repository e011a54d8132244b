package io.witan.executor.chat;

import io.witan.shared.InvalidValue;
import java.time.Duration;

/** What settings of calls may be, so that one that makes no sense stops the start. */
public final class Limits {
  private Limits() {}

  /** Refuses a smaller number. */
  public static void atLeast(String setting, int number, int least) {
    if (number < least) {
      throw new InvalidValue(setting, String.valueOf(number), least + " or more");
    }
  }

  /** Refuses a time below 0. */
  public static void notNegative(String setting, Duration time) {
    if (time.isNegative()) {
      throw new InvalidValue(setting, time.toString(), "PT0S or more");
    }
  }

  /** Refuses pauses that cannot grow from the first to the longest. */
  public static void pauses(String first, Duration shortest, String most, Duration longest) {
    if (shortest.isNegative() || shortest.isZero()) {
      throw new InvalidValue(first, shortest.toString(), "more than PT0S");
    }
    if (longest.compareTo(shortest) <= 0) {
      throw new InvalidValue(
          most, longest.toString(), "more than %s, which is %s".formatted(first, shortest));
    }
  }
}
