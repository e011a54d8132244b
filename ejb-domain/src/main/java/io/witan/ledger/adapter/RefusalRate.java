package io.witan.ledger.adapter;

import io.witan.shared.ActorId;
import io.witan.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Bounds how many refusals of one actor are written: one per second and code, 60 per minute in all.
 * What was left out is counted, and told with the next one that is written.
 *
 * <p>Only the actors seen last are remembered, so that many names cannot fill the memory.
 */
final class RefusalRate {
  private static final Duration PER_CODE = Duration.ofSeconds(1);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_PER_WINDOW = 60;
  private static final int MOST_ACTORS = 10_000;

  private final Map<ActorId, Seen> actors =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ActorId, Seen> eldest) {
          return size() > MOST_ACTORS;
        }
      };

  /** How many refusals were left out since the last written one; absent: leave this one out. */
  synchronized OptionalLong admit(ActorId actor, Refusal.Code code, Instant now) {
    return actors.computeIfAbsent(actor, id -> new Seen(now)).admit(code, now);
  }

  private static final class Seen {
    private final Map<Refusal.Code, Instant> last = new EnumMap<>(Refusal.Code.class);
    private Instant windowStart;
    private int written;
    private long leftOut;

    Seen(Instant now) {
      windowStart = now;
    }

    OptionalLong admit(Refusal.Code code, Instant now) {
      if (!now.isBefore(windowStart.plus(WINDOW))) {
        windowStart = now;
        written = 0;
      }
      Instant before = last.get(code);
      boolean tooSoon = before != null && now.isBefore(before.plus(PER_CODE));
      if (tooSoon || written >= MOST_PER_WINDOW) {
        leftOut++;
        return OptionalLong.empty();
      }
      last.put(code, now);
      written++;
      long told = leftOut;
      leftOut = 0;
      return OptionalLong.of(told);
    }
  }
}
