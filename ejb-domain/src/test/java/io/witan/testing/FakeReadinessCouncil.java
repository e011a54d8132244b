package io.witan.testing;

import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.Readiness.Verdict;
import io.witan.planning.domain.Story;
import io.witan.planning.port.ReadinessCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A council that numbers its deliberations and finds what it was told to. */
public final class FakeReadinessCouncil implements ReadinessCouncil {
  /** What it was convened for, in order. */
  public final List<JudgementId> convened = new ArrayList<>();

  private Optional<Readiness> answer = Optional.of(verdict(20, "Estimate: 8 hours."));

  /** A verdict that quotes the text of {@link AStory#READY}, but for one criterion. */
  public static Readiness verdict(int pointsOfEstimate, String evidenceOfEstimate) {
    return Readiness.found(
        List.of(
            Verdict.found("TESTABLE", 15, "It shows a receipt", "the other cannot be seen"),
            Verdict.found("CLEAR", 20, "As a customer I pay my basket by card", "who and what"),
            Verdict.found("ACCEPTANCE_CRITERIA", 20, "It shows a receipt", "both cases"),
            Verdict.found("DEPENDENCIES", 20, "Dependencies: none.", "it says so"),
            Verdict.found("ESTIMATE", pointsOfEstimate, evidenceOfEstimate, "a size")));
  }

  public void finds(Readiness readiness) {
    answer = Optional.of(readiness);
  }

  /** It ends with something else than a verdict. */
  public void findsNothing() {
    answer = Optional.empty();
  }

  @Override
  public Outcome<String> convene(Command command, JudgementId judgement, Story story) {
    convened.add(judgement);
    return Outcome.done("d-" + convened.size());
  }

  @Override
  public Outcome<Readiness> verdict(String deliberation) {
    return answer
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "deliberation %s came to no verdict".formatted(deliberation))));
  }
}
