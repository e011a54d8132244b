package io.witan.ledger.port;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import java.util.List;

/** Reads what was done to an aggregate, and checks that nobody rewrote it. */
public interface AuditTrail {

  /** All entries, oldest first; empty for an unknown aggregate. */
  List<AuditEntry> of(AggregateRef aggregate);

  /** Checks every link, and that the aggregate's head is the last of them. */
  ChainVerdict verify(AggregateRef aggregate);
}
