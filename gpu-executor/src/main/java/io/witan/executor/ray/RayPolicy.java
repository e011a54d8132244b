package io.witan.executor.ray;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerBuilder;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.witan.executor.chat.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How every cluster is treated. MicroProfile Fault Tolerance keeps its state per method, so these
 * are of a library that keeps one for each cluster.
 *
 * @param retries how often a turn is sent again that did not get to a cluster
 * @param firstPause between two tries; it doubles
 * @param longestPause what the pauses grow to, and the most that a cluster may ask for without
 *     being passed over
 * @param patience how long a cluster that has taken a turn may be away before the turn is given up
 * @param callsPerSecond the most calls of one cluster; 0 for no bound
 * @param failures how many of the last {@code calls} calls must fail for a cluster to be left alone
 * @param breakerPause for how long it is left alone then
 */
record RayPolicy(
    int retries,
    Duration firstPause,
    Duration longestPause,
    Duration patience,
    int callsPerSecond,
    int failures,
    int calls,
    Duration breakerPause) {
  private static final double JITTER = 0.25;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration USE_BACKOFF = Duration.ofMillis(-1);

  /** Refuses what makes no sense, by the name of the setting. */
  RayPolicy {
    Limits.atLeast("witan.ray.retries", retries, 0);
    Limits.pauses("witan.ray.pause-first", firstPause, "witan.ray.pause-most", longestPause);
    Limits.notNegative("witan.ray.patience", patience);
    Limits.atLeast("witan.ray.calls-per-second", callsPerSecond, 0);
    Limits.atLeast("witan.ray.breaker.failures", failures, 1);
    Limits.atLeast("witan.ray.breaker.calls", calls, failures);
    Limits.notNegative("witan.ray.breaker.pause", breakerPause);
  }

  CircuitBreakerBuilder<Object> breaker() {
    return CircuitBreaker.builder()
        .handleIf(failure -> failure instanceof RayTrouble trouble && trouble.isOutage())
        .withFailureThreshold(failures, calls)
        .withDelay(breakerPause)
        .withSuccessThreshold(1);
  }

  /** Calls that come too fast wait up to the longest pause for their place. */
  Optional<RateLimiter<Object>> limiter() {
    return callsPerSecond == 0
        ? Optional.empty()
        : Optional.of(
            RateLimiter.smoothBuilder(callsPerSecond, SECOND)
                .withMaxWaitTime(longestPause)
                .build());
  }

  /** For a call that sends a turn, until it gets there; whatever happens then has to be asked. */
  RetryPolicyBuilder<Object> sending() {
    return backoff().handleIf(RayPolicy::isAway).withMaxRetries(retries);
  }

  /**
   * For a call about a turn which the cluster has: it is asked until patience ends, or until nobody
   * wants the answer.
   */
  RetryPolicyBuilder<Object> following(BooleanSupplier unwanted) {
    Patience left = new Patience(patience);
    return backoff()
        .handleIf(failure -> RayTroubles.of("", failure).mayPass())
        .abortIf((answer, failure) -> left.endsWithThis() || unwanted.getAsBoolean())
        .withMaxRetries(-1)
        .withDelayFn(attempt -> asked(attempt.getLastException()));
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof RayTrouble trouble && trouble.kind() == RayTrouble.Kind.AWAY;
  }

  private RetryPolicyBuilder<Object> backoff() {
    return RetryPolicy.builder().withBackoff(firstPause, longestPause).withJitter(JITTER);
  }

  private Duration asked(Throwable failure) {
    return RayTroubles.of("", failure)
        .retryAfter()
        .filter(wish -> wish.compareTo(longestPause) <= 0 && !wish.isZero())
        .orElse(USE_BACKOFF);
  }
}
