package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;

/** An aggregate is no longer as it was seen; the same work is done again on what it is now. */
final class Overtaken extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Overtaken(AggregateRef aggregate, long seen) {
    super("%s has changed since it was at version %d".formatted(aggregate, seen));
  }
}
