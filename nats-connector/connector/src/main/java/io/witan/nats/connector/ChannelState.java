package io.witan.nats.connector;

import java.util.Optional;

/** How a channel is doing, for the health reports. */
final class ChannelState {

  private enum Phase {
    STARTING,
    READY,
    WAITING,
    FAILED,
    CLOSED
  }

  private Phase phase = Phase.STARTING;
  private String detail = "starting";
  private boolean started;

  synchronized void ready() {
    become(Phase.READY, "");
    started = true;
  }

  /** Cannot work now, tries again. */
  synchronized void waiting(String reason) {
    become(Phase.WAITING, reason);
  }

  /** Has ended by a failure. */
  synchronized void failed(String reason) {
    become(Phase.FAILED, reason);
  }

  synchronized void closed() {
    become(Phase.CLOSED, "closed");
  }

  /** Why the channel does not work now; empty if it does. */
  synchronized Optional<String> whyNotReady() {
    return phase == Phase.READY ? Optional.empty() : Optional.of(detail);
  }

  /** Why the channel will not work again by itself; empty if it may. */
  synchronized Optional<String> whyDead() {
    return phase == Phase.FAILED ? Optional.of(detail) : Optional.empty();
  }

  synchronized boolean hasStarted() {
    return started;
  }

  private void become(Phase next, String why) {
    if (phase != Phase.FAILED) {
      phase = next;
      detail = why;
    }
  }
}
