package io.witan.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The times at which tests happen. */
public final class Moments {
  /** When what a test starts with was made. */
  public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.250Z");

  /** When the test itself happens. */
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.500Z");

  /** Always noon. */
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private Moments() {}
}
