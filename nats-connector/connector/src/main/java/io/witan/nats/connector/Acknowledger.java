package io.witan.nats.connector;

import java.time.Duration;

/** Tells the server what became of a delivery. */
interface Acknowledger {

  /** Done: never again. */
  void done(Delivery delivery);

  /** Deliver it again after a wait. */
  void again(Delivery delivery, Duration wait);

  /** Given up: never again, and not a success. */
  void terminated(Delivery delivery);

  /** Still being worked on: wait longer. */
  void inProgress(Delivery delivery);
}
