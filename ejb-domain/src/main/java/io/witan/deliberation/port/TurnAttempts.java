package io.witan.deliberation.port;

import io.witan.deliberation.domain.DeliberationId;
import java.util.Map;
import java.util.Set;

/**
 * Remembers how often turns were begun, so that attempts lost in a crash are known.
 *
 * <p>Whoever drives a deliberation begins its open turns at once. So nothing is noted the first
 * time, and a turn of which nothing is known was begun once by the driver before.
 */
public interface TurnAttempts {

  /**
   * Notes that a process begins these turns which another one left open.
   *
   * @param sequences the places of the turns
   * @return how often each was begun before, at least once
   */
  Map<Integer, Integer> beginAgain(DeliberationId id, Set<Integer> sequences);
}
