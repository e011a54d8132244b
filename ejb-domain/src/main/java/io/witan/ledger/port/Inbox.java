package io.witan.ledger.port;

/** Remembers which events a consumer has acted on, in the transaction of the effect. */
public interface Inbox {

  /**
   * Marks an event as acted on by a consumer; part of the running transaction.
   *
   * @return false when the consumer acted on it before: the effect must not happen again
   */
  boolean accept(String consumer, String eventId);
}
