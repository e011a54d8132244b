package io.witan.ledger.relay;

import java.time.Duration;

/**
 * The pace of the relay.
 *
 * @param lease how long a relay that fell silent keeps its place
 * @param sweep how often it looks for events that nobody announced
 * @param page how many aggregates are sent for at once
 * @param gather how long it waits after sending before it looks again: what is committed meanwhile
 *     goes together, at a fraction of the cost
 * @param ackTimeout how long NATS may take to acknowledge one event
 * @param reconcile how often graph and streams are compared
 * @param lookBack how far back they are compared
 */
public record RelaySettings(
    Duration lease,
    Duration sweep,
    int page,
    Duration gather,
    Duration ackTimeout,
    Duration reconcile,
    Duration lookBack) {
  public RelaySettings {
    if (page < 1 || sweep.compareTo(lease) >= 0) {
      throw new IllegalArgumentException(
          "a relay needs pages of at least 1 event, and a sweep (%s) shorter than its lease (%s)"
              .formatted(sweep, lease));
    }
  }
}
