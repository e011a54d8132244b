package io.witan.web.planning;

import io.witan.planning.domain.Readiness;
import java.util.List;
import java.util.Optional;

/** How ready a story is for planning, criterion by criterion. */
public record ReadinessWire(int score, boolean ready, List<CriterionWire> criteria) {

  /**
   * One criterion.
   *
   * @param evidence what was found in the text
   * @param reason why it got these points
   * @param missing what would fulfil it; absent when it is fulfilled
   */
  public record CriterionWire(
      String name, int points, int of, String evidence, String reason, Optional<String> missing) {

    static CriterionWire from(Readiness.Verdict verdict) {
      return new CriterionWire(
          verdict.name(),
          verdict.points(),
          verdict.of(),
          verdict.evidence(),
          verdict.reason(),
          verdict.met() ? Optional.empty() : Optional.of(verdict.reason()));
    }
  }

  static ReadinessWire from(Readiness readiness) {
    return new ReadinessWire(
        readiness.score(),
        readiness.ready(),
        readiness.criteria().stream().map(CriterionWire::from).toList());
  }
}
