package io.witan.deliberation.port;

import io.witan.deliberation.domain.DeliberationStatistics;
import java.time.Instant;

/** Counts deliberations. */
public interface DeliberationTally {

  /** Those that were started at that time or later, and the turns that were taken in them. */
  DeliberationStatistics since(Instant start);
}
