package io.witan.platform;

import io.witan.shared.IdSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The clock and the identifiers of production. */
@ApplicationScoped
public class Platform {
  private final IdSource ids = new OrderedIds(clock());

  /** UTC in whole milliseconds, the precision that every store keeps. */
  @Produces
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }

  @Produces
  public IdSource ids() {
    return ids;
  }
}
