package io.witan.nats.connector;

import java.util.Optional;

/** Nobody waits. */
final class OpenLanes implements Lanes {

  @Override
  public boolean enter(Delivery delivery) {
    return true;
  }

  @Override
  public Optional<Delivery> leave(Delivery delivery) {
    return Optional.empty();
  }

  @Override
  public void dismissWaiting() {
    // Nobody waits.
  }
}
