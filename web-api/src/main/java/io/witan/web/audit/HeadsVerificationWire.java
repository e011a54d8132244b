package io.witan.web.audit;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.HeadsVerdict;
import java.util.Optional;

/**
 * Whether signed heads hold.
 *
 * @param batches how many batches hold
 * @param heads how many heads of chains they have
 * @param entries how many entries were checked for them
 * @param broken the first place that does not hold
 * @param next where the following page starts; absent on the last one
 */
public record HeadsVerificationWire(
    long batches,
    long heads,
    long entries,
    boolean holds,
    Optional<BrokenWire> broken,
    Optional<String> next) {

  /**
   * What does not hold.
   *
   * @param kind of the chain that is not what the batch says; absent when it is the batch itself
   */
  public record BrokenWire(
      long batch,
      Optional<String> kind,
      Optional<String> id,
      Optional<Long> sequence,
      String reason) {
    static BrokenWire from(HeadsVerdict.Broken broken) {
      return new BrokenWire(
          broken.batch(),
          broken.aggregate().map(AuditKind::nameOf),
          broken.aggregate().map(AggregateRef::id),
          broken.aggregate().map(chain -> broken.sequence()),
          broken.reason());
    }
  }

  static HeadsVerificationWire from(HeadsVerdict verdict, long end, boolean isMore) {
    return new HeadsVerificationWire(
        verdict.batches(),
        verdict.heads(),
        verdict.entries(),
        verdict.holds(),
        verdict.broken().map(BrokenWire::from),
        Optional.of(String.valueOf(end)).filter(unused -> isMore && verdict.holds()));
  }
}
