package io.witan.deliberation.application;

import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.port.DeliberationTally;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts deliberations, and says how long they took. */
@Dependent
public class GetDeliberationStatistics {
  private final DeliberationTally tally;
  private final Clock clock;

  @Inject
  public GetDeliberationStatistics(DeliberationTally tally, Clock clock) {
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * Of those that were started lately.
   *
   * @param back how far to look back; absent means to the first
   */
  public DeliberationStatistics get(Optional<Duration> back) {
    return tally.since(back.map(clock.instant()::minus).orElse(Instant.EPOCH));
  }
}
