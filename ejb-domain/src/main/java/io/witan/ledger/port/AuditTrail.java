package io.witan.ledger.port;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import java.util.List;

/** Reads what was done to an aggregate, and checks that nobody rewrote it. */
public interface AuditTrail {

  /** All entries, oldest first; empty for an unknown aggregate. */
  List<AuditEntry> of(AggregateRef aggregate);

  /**
   * Checks every link, that the aggregate's head is the last of them, and that the aggregate is
   * what its entries tell of it.
   */
  ChainVerdict verify(AggregateRef aggregate);

  /**
   * Checks a part of all chains of a kind in the same way, in the order of their ids: also of
   * aggregates that lost their chain, and of chains that lost their aggregate.
   *
   * @param after the last id of the part before; empty for the first
   * @param most how many aggregates; chains without one come on top
   * @return nothing when there are no more
   */
  List<ChainVerdict> verify(String kind, String after, int most);
}
