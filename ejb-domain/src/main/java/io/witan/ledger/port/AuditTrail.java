package io.witan.ledger.port;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.EntryFilter;
import io.witan.ledger.domain.PastState;
import java.util.List;
import java.util.Optional;

/** Reads what was done to an aggregate, and checks that nobody rewrote it. */
public interface AuditTrail {

  /** All entries, oldest first; empty for an unknown aggregate. */
  List<AuditEntry> of(AggregateRef aggregate);

  /** What an aggregate was after an entry; absent where there is no such entry. */
  Optional<PastState> at(AggregateRef aggregate, long sequence);

  /**
   * A part of the entries that fit, by id, each chain from its oldest on.
   *
   * @param after the last entry of the part before; absent for the first
   * @return nothing when there are no more
   */
  List<AuditEntry> list(EntryFilter filter, Optional<AuditEntry> after, int most);

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
