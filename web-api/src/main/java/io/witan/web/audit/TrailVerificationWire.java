package io.witan.web.audit;

import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.HeadsVerdict;
import io.witan.ledger.domain.TrailVerdict;
import java.util.Optional;

/**
 * Whether the audit trail holds, as far as was asked.
 *
 * @param batches how many batches of signed heads hold
 * @param heads how many heads of chains they have
 * @param chains how many chains hold, each with the thing that it is of
 * @param entries how many entries these have
 * @param broken the first place that does not hold
 */
public record TrailVerificationWire(
    long batches,
    long heads,
    long chains,
    long entries,
    boolean holds,
    Optional<BrokenWire> broken) {

  /**
   * What does not hold.
   *
   * @param kind of the chain; absent when it is a batch of signed heads itself
   * @param sequence the entry of the chain, or the one that tells what the thing is not
   * @param batch the batch of signed heads that shows it, if it took one
   */
  public record BrokenWire(
      Optional<String> kind,
      Optional<String> id,
      Optional<Long> sequence,
      Optional<Long> batch,
      String reason) {
    private static BrokenWire from(HeadsVerdict.Broken broken) {
      var shown = HeadsVerificationWire.BrokenWire.from(broken);
      return new BrokenWire(
          shown.kind(), shown.id(), shown.sequence(), Optional.of(shown.batch()), shown.reason());
    }

    private static Optional<BrokenWire> from(ChainVerdict chain) {
      return chain
          .broken()
          .map(
              link ->
                  new BrokenWire(
                      Optional.of(AuditKind.nameOf(chain.aggregate())),
                      Optional.of(chain.aggregate().id()),
                      Optional.of(link.sequence()).filter(place -> place > 0),
                      link.batch(),
                      link.reason()));
    }
  }

  static TrailVerificationWire from(TrailVerdict verdict) {
    HeadsVerdict heads = verdict.heads();
    return new TrailVerificationWire(
        heads.batches(),
        heads.heads(),
        verdict.chains(),
        verdict.entries(),
        verdict.holds(),
        heads.broken().map(BrokenWire::from).or(() -> verdict.broken().flatMap(BrokenWire::from)));
  }

  /** One chain, which was compared with the signed heads that name it. */
  static TrailVerificationWire from(ChainVerdict chain) {
    return new TrailVerificationWire(
        0, 0, chain.holds() ? 1 : 0, chain.entries(), chain.holds(), BrokenWire.from(chain));
  }
}
