package io.witan.web.audit;

import io.witan.ledger.domain.ChainVerdict;
import java.util.Optional;

/**
 * Whether a chain holds.
 *
 * @param entries how many links were read
 * @param signed up to which entry signed heads vouch for it; 0 when none does yet
 * @param broken the first link that does not hold
 */
public record VerificationWire(
    String kind, String id, long entries, long signed, boolean holds, Optional<BrokenWire> broken) {

  /**
   * A bad link and what is wrong with it.
   *
   * @param sequence 0 when the export of signed heads itself does not hold
   * @param batch the batch of signed heads that shows it, if it took one
   */
  public record BrokenWire(long sequence, String reason, Optional<Long> batch) {
    static BrokenWire from(ChainVerdict.Broken broken) {
      return new BrokenWire(broken.sequence(), broken.reason(), broken.batch());
    }
  }

  static VerificationWire from(ChainVerdict verdict) {
    return new VerificationWire(
        AuditKind.nameOf(verdict.aggregate()),
        verdict.aggregate().id(),
        verdict.entries(),
        verdict.signed(),
        verdict.holds(),
        verdict.broken().map(BrokenWire::from));
  }
}
