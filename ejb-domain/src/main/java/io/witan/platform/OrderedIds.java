package io.witan.platform;

import io.witan.shared.IdSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that sort as they were made: UUIDs of version 7 (RFC 9562), which are a time in
 * milliseconds, a count within it, and chance.
 *
 * <p>Lists go by time of creation and then by id, so what is made in one moment, as the tasks of a
 * plan, is listed in the order in which it was made. Between two replicas the time decides.
 */
public final class OrderedIds implements IdSource {
  private static final int TIME_SHIFT = 16;
  private static final int COUNT_BITS = 12;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
  private static final long VERSION_7 = 7L << COUNT_BITS;
  private static final long VARIANT = 1L << 63;

  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  public OrderedIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String next() {
    long now = clock.millis() << COUNT_BITS;
    // A clock that stands still or goes back is waited for by counting on.
    long place = last.updateAndGet(before -> Math.max(before + 1, now));
    long time = (place >>> COUNT_BITS) << TIME_SHIFT;
    long count = place & COUNT_MASK;
    return new UUID(time | VERSION_7 | count, VARIANT | (chance.nextLong() >>> 2)).toString();
  }
}
