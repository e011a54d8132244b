package io.witan.nats.connector;

/** A message came once more than it may: its last try ended without an answer, as in a crash. */
final class DeliveriesExhaustedException extends Exception {

  private static final long serialVersionUID = 1L;

  DeliveriesExhaustedException(Delivery delivery) {
    super(
        "try %d ended without an answer: the process died, or its acknowledgement was lost"
            .formatted(delivery.attempt() - 1));
  }
}
