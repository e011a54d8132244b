package io.witan.deliberation.port;

import java.time.Duration;

/**
 * How patient deliberations are.
 *
 * @param patience how long a turn waits for a runner that cannot be reached
 * @param turnTimeout how long one attempt may take
 * @param firstPause the first pause before asking again; it doubles
 * @param longestPause where doubling ends
 * @param watchInterval how often a waiting driver looks whether somebody cancelled
 * @param packTokens the budget of what else the agents get to know
 */
public record DeliberationPolicy(
    Duration patience,
    Duration turnTimeout,
    Duration firstPause,
    Duration longestPause,
    Duration watchInterval,
    int packTokens) {}
