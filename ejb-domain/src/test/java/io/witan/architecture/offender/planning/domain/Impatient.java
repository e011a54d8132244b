package io.witan.architecture.offender.planning.domain;

import java.time.Clock;
import java.time.Instant;
import org.assertj.core.api.Assertions;

/** A rule that looks at the clock and at a library. */
public record Impatient(Class<Assertions> library) {

  public Impatient() {
    this(Assertions.class);
  }

  public Instant now() {
    return Instant.now(Clock.systemUTC());
  }
}
