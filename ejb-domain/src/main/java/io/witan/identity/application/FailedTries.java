package io.witan.identity.application;

import io.witan.shared.ActorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords per name, so that guessing takes forever. Each replica counts for itself.
 *
 * <p>After {@value #MOST} wrong ones within a minute the name is refused until that minute is over.
 * Names that nobody has are counted too, as a difference would tell which ones exist.
 */
@ApplicationScoped
public class FailedTries {
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_NAMES = 10_000;

  private final Clock clock;
  private final Map<ActorId, Tries> tries = new LinkedHashMap<>();

  private record Tries(Instant first, int count) {
    boolean isOver(Instant now) {
      return !now.isBefore(first.plus(WINDOW));
    }
  }

  protected FailedTries() {
    this(null);
  }

  @Inject
  public FailedTries(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before the next try; empty when it may be made now. */
  synchronized Optional<Duration> pause(ActorId name) {
    Instant now = clock.instant();
    Tries made = tries.get(name);
    if (made == null || made.isOver(now) || made.count() < MOST) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, made.first().plus(WINDOW)));
  }

  synchronized void failed(ActorId name) {
    Instant now = clock.instant();
    Tries made = tries.remove(name);
    boolean fresh = made == null || made.isOver(now);
    tries.put(name, fresh ? new Tries(now, 1) : new Tries(made.first(), made.count() + 1));
    forgetOldest();
  }

  synchronized void succeeded(ActorId name) {
    tries.remove(name);
  }

  private void forgetOldest() {
    Iterator<ActorId> oldest = tries.keySet().iterator();
    while (tries.size() > MOST_NAMES) {
      oldest.next();
      oldest.remove();
    }
  }
}
