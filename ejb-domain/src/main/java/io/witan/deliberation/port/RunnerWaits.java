package io.witan.deliberation.port;

import io.witan.deliberation.domain.DeliberationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What open deliberations wait for, so that a person sees why no turn comes. It is no part of their
 * state and ends with the next answer or the next driver.
 */
public interface RunnerWaits {

  /** The runner cannot be reached; another reason takes the place of the one before. */
  void waits(DeliberationId id, Wait wait);

  /** The runner answers again. */
  void goesOn(DeliberationId id);

  /** Absent when nothing is waited for. */
  Optional<Wait> of(DeliberationId id);

  /**
   * Why the runner cannot be reached.
   *
   * @param since when it could not be reached for the first time
   */
  record Wait(String reason, Instant since) {}
}
