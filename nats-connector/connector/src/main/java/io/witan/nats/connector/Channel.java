package io.witan.nats.connector;

import java.util.Optional;

/** What the connector asks of every channel, whatever its direction. */
interface Channel {

  String name();

  /** Why it does not work now; empty if it does. */
  Optional<String> whyNotReady();

  /** Why it will not work again by itself; empty if it may. */
  Optional<String> whyDead();

  boolean hasStarted();

  /** Ends it in good order. */
  void close();
}
