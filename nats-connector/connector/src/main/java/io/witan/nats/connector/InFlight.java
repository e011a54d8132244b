package io.witan.nats.connector;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The messages that a channel holds. {@link #beat()} keeps them alive on the server, up to a limit:
 * past it a handler counts as stuck and the server may deliver the message elsewhere.
 */
final class InFlight {

  private static final System.Logger LOG = System.getLogger(InFlight.class.getName());

  private final Map<Delivery.Identity, Delivery> held = new ConcurrentHashMap<>();
  private final Acknowledger acknowledger;
  private final Duration limit;

  InFlight(Acknowledger acknowledger, Duration limit) {
    this.acknowledger = acknowledger;
    this.limit = limit;
  }

  /** False when another delivery of the same message is held already. */
  boolean add(Delivery delivery) {
    return held.putIfAbsent(delivery.identity(), delivery) == null;
  }

  /**
   * Holds a delivery no longer once it is answered: who finds nothing held knows that all answers
   * have left.
   *
   * @return false when it was not held, and no answer was given, so that only one caller goes on to
   *     settle it
   */
  boolean remove(Delivery delivery, Consumer<Delivery> answer) {
    AtomicBoolean answered = new AtomicBoolean();
    held.computeIfPresent(
        delivery.identity(),
        (identity, one) -> {
          if (one != delivery) {
            return one;
          }
          answer.accept(one);
          answered.set(true);
          return null;
        });
    return answered.get();
  }

  boolean holds(Delivery delivery) {
    return held.get(delivery.identity()) == delivery;
  }

  int count() {
    return held.size();
  }

  List<Delivery> all() {
    return List.copyOf(held.values());
  }

  /** A message that its handler has had for too long, in words. */
  Optional<String> stuck() {
    return held.values().stream()
        .filter(this::isStuck)
        .findFirst()
        .map(delivery -> delivery + " has been with its handler for more than " + limit);
  }

  /** Tells the server that what is held is being worked on. */
  void beat() {
    for (Delivery delivery : held.values()) {
      if (isStuck(delivery)) {
        LOG.log(WARNING, () -> delivery + " is no longer kept alive: held for more than " + limit);
      } else {
        acknowledger.inProgress(delivery);
      }
    }
  }

  private boolean isStuck(Delivery delivery) {
    return delivery.ageNanos() > limit.toNanos();
  }
}
