package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import java.time.Duration;

/**
 * How patient deliberations are.
 *
 * @param patience how long a turn waits for a runner that cannot be reached
 * @param turnTimeout how long one attempt may take
 * @param outsideTimeout how long one attempt of an agent from outside may take
 * @param firstPause the first pause before asking again; it doubles
 * @param longestPause where doubling ends
 * @param watchInterval how often a waiting driver looks whether somebody cancelled
 * @param packTokens the budget of what else the agents get to know
 */
public record DeliberationPolicy(
    Duration patience,
    Duration turnTimeout,
    Duration outsideTimeout,
    Duration firstPause,
    Duration longestPause,
    Duration watchInterval,
    int packTokens) {

  /** As patient with agents from outside as with others. */
  public DeliberationPolicy(
      Duration patience,
      Duration turnTimeout,
      Duration firstPause,
      Duration longestPause,
      Duration watchInterval,
      int packTokens) {
    this(patience, turnTimeout, turnTimeout, firstPause, longestPause, watchInterval, packTokens);
  }

  /** How long one attempt of this agent may take. */
  public Duration timeoutOf(Agent agent) {
    return agent.isOutside() ? outsideTimeout : turnTimeout;
  }
}
