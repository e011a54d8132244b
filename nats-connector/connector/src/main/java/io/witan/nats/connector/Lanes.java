package io.witan.nats.connector;

import java.util.Optional;

/** Decides which delivery may go to the handler now, and which waits for another. */
interface Lanes {

  /** Takes a delivery in; true when it may go at once. */
  boolean enter(Delivery delivery);

  /** A delivery that went is settled; answers the one that may go in its place. */
  Optional<Delivery> leave(Delivery delivery);

  /** Forgets the deliveries that still wait. */
  void dismissWaiting();

  static Lanes of(InboundSettings.Ordering ordering) {
    return ordering.perKey() ? new KeyedLanes(ordering.keyHeader()) : new OpenLanes();
  }
}
