package io.witan.ledger.port;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.HeadsVerdict;
import java.util.List;
import java.util.function.Consumer;

/**
 * The heads of audit chains, signed in batches and kept outside of the graph. Against them a chain
 * that was rewritten as a whole shows, which its own links cannot tell.
 */
public interface SignedHeads {

  /** How many batches there are. */
  long batches();

  /** Hands on batches as they were exported, a line of JSON each, from the one after a number. */
  void read(long after, int most, Consumer<String> each);

  /** Checks batches, from the one after a number, and all entries that they vouch for. */
  HeadsVerdict verify(long after, int most);

  /** Checks whole chains, link by link and against every batch. The order is the one given. */
  List<ChainVerdict> verify(List<AggregateRef> chains);
}
