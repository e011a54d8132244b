package io.witan.ledger.relay;

import io.witan.ledger.adapter.Backlog;
import io.witan.ledger.adapter.Lease;
import io.witan.ledger.port.RelayStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what the relay knows of itself, and counts what waits, once a second at most. */
final class RelayHealth {
  private static final Logger LOG = Logger.getLogger(RelayHealth.class.getName());
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final RelayOutbox outbox;
  private final Backlog backlog;
  private final Clock clock;
  private volatile long parked;
  private volatile Duration lag = Duration.ZERO;
  private volatile String lastError = "";
  private volatile List<String> conflicts = List.of();
  private volatile long nextLook = System.nanoTime();

  RelayHealth(RelayOutbox outbox, Backlog backlog, Clock clock) {
    this.outbox = outbox;
    this.backlog = backlog;
    this.clock = clock;
  }

  /** Counts, unless it did so a moment ago. */
  void look() {
    if (System.nanoTime() - nextLook >= 0) {
      nextLook = System.nanoTime() + LOOK_NANOS;
      backlog.count(outbox::backlog);
      parked = outbox.parked();
      lag = outbox.lag(clock.instant());
    }
  }

  void well() {
    if (!lastError.isEmpty()) {
      LOG.info("events are sent again");
      lastError = "";
    }
  }

  void failed(String reason) {
    if (!reason.equals(lastError)) {
      LOG.log(Level.WARNING, "events wait: {0}", reason);
      lastError = reason;
    }
  }

  /** Streams that are not what they must be; said until somebody mends it. */
  void conflicts(List<String> now) {
    conflicts = List.copyOf(now);
    conflicts.forEach(conflict -> LOG.log(Level.SEVERE, "{0}", conflict));
  }

  void parked(String reason) {
    LOG.log(Level.SEVERE, "an event is parked: {0}", reason);
  }

  State state(boolean connected, Lease lease) {
    return new State(
        connected,
        lease.isHeld(),
        lease.epoch(),
        backlog.waiting(),
        backlog.isFull(),
        parked,
        lag,
        Optional.of(lastError)
            .filter(error -> !error.isEmpty())
            .or(() -> conflicts.stream().findFirst()));
  }
}
