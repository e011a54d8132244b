package io.witan.ledger.application;

import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.TrailVerdict;
import io.witan.ledger.port.AuditTrail;
import io.witan.ledger.port.SignedHeads;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Checks all there is of the audit trail, up to the first thing that does not hold. It reads page
 * by page, so that it needs no more memory for a long trail than for a short one.
 */
@Dependent
public class VerifyTrail {
  private static final int PAGE = 100;

  private final AuditTrail trail;
  private final SignedHeads heads;

  @Inject
  public VerifyTrail(AuditTrail trail, SignedHeads heads) {
    this.trail = trail;
    this.heads = heads;
  }

  /** All signed heads, and all chains of these kinds. */
  public TrailVerdict verify(List<String> kinds) {
    TrailVerdict verdict = TrailVerdict.of(heads.verify(0, Integer.MAX_VALUE));
    for (String kind : kinds) {
      verdict = withChains(kind, verdict);
    }
    return verdict;
  }

  private TrailVerdict withChains(String kind, TrailVerdict before) {
    TrailVerdict verdict = before;
    String after = "";
    while (verdict.holds()) {
      List<ChainVerdict> page = trail.verify(kind, after, PAGE);
      if (page.isEmpty()) {
        return verdict;
      }
      for (ChainVerdict chain : page) {
        verdict = verdict.and(chain);
      }
      after = page.get(page.size() - 1).aggregate().id();
    }
    return verdict;
  }
}
