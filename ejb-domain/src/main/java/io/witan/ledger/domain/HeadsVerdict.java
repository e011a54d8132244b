package io.witan.ledger.domain;

import java.util.Optional;

/**
 * The result of checking signed batches, and the chains that they vouch for.
 *
 * @param batches how many batches hold, up to the first that does not
 * @param heads how many heads they have
 * @param entries how many entries of chains were checked for them
 * @param broken the first place that does not hold, if any
 */
public record HeadsVerdict(long batches, long heads, long entries, Optional<Broken> broken) {

  /**
   * What does not hold.
   *
   * @param aggregate whose chain is not what the batch says; absent when it is the batch itself
   * @param sequence the entry of that chain; 0 when it is the batch itself
   */
  public record Broken(long batch, Optional<AggregateRef> aggregate, long sequence, String reason) {

    /** The batch itself is not what was signed. */
    public static Broken batch(long batch, String reason) {
      return new Broken(batch, Optional.empty(), 0, reason);
    }

    /** A chain is not what the batch says. */
    public static Broken chain(long batch, AggregateRef aggregate, ChainVerdict.Broken link) {
      return new Broken(batch, Optional.of(aggregate), link.sequence(), link.reason());
    }
  }

  public boolean holds() {
    return broken.isEmpty();
  }
}
