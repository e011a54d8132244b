package io.witan.web.audit;

import io.witan.ledger.domain.ChainVerdict;
import java.util.Optional;

/**
 * Whether a chain holds.
 *
 * @param entries how many links were read
 * @param broken the first link that does not hold
 */
public record VerificationWire(
    String kind, String id, long entries, boolean holds, Optional<BrokenWire> broken) {

  /** A bad link and what is wrong with it. */
  public record BrokenWire(long sequence, String reason) {
    static BrokenWire from(ChainVerdict.Broken broken) {
      return new BrokenWire(broken.sequence(), broken.reason());
    }
  }

  static VerificationWire from(AuditKind kind, String id, ChainVerdict verdict) {
    return new VerificationWire(
        kind.wire(),
        id,
        verdict.entries(),
        verdict.holds(),
        verdict.broken().map(BrokenWire::from));
  }
}
