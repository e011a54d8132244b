package io.witan.deliberation.port;

import io.witan.deliberation.domain.DeliberationId;
import java.util.Map;
import java.util.Set;

/** Remembers which turns were begun, so that attempts lost in a crash are known. */
public interface TurnAttempts {

  /**
   * Notes that a process begins these turns.
   *
   * @param sequences the places of the turns
   * @return how often each was begun before
   */
  Map<Integer, Integer> begin(DeliberationId id, Set<Integer> sequences);
}
