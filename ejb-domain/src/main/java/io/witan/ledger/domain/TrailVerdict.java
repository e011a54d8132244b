package io.witan.ledger.domain;

import java.util.Optional;

/**
 * The result of checking the whole trail, up to the first thing that does not hold: first the
 * signed heads and what they vouch for, then every chain with its aggregate.
 *
 * @param chains how many chains hold
 * @param entries how many entries these have
 * @param broken the first chain that does not hold
 */
public record TrailVerdict(
    HeadsVerdict heads, long chains, long entries, Optional<ChainVerdict> broken) {

  /** Where signed heads do not hold, chains are not looked at. */
  public static TrailVerdict of(HeadsVerdict heads) {
    return new TrailVerdict(heads, 0, 0, Optional.empty());
  }

  /** With one more chain. */
  public TrailVerdict and(ChainVerdict chain) {
    return chain.holds()
        ? new TrailVerdict(heads, chains + 1, entries + chain.entries(), broken)
        : new TrailVerdict(heads, chains, entries, broken.or(() -> Optional.of(chain)));
  }

  public boolean holds() {
    return heads.holds() && broken.isEmpty();
  }
}
