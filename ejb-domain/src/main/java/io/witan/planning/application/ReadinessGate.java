package io.witan.planning.application;

import io.witan.planning.domain.GateVerdict;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.domain.Story;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.ReadinessPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks whoever is the judge, by the settings, what a story's readiness is. */
@Dependent
public class ReadinessGate {
  private final JudgementRepository judgements;
  private final ReadinessPolicy policy;

  @Inject
  public ReadinessGate(JudgementRepository judgements, ReadinessPolicy policy) {
    this.judgements = judgements;
    this.policy = policy;
  }

  /** What the gate says; a council's judgement is read only where it counts. */
  public GateVerdict at(Story story) {
    return policy
        .judge()
        .at(
            story,
            policy.judge() == ReadinessJudge.RULES
                ? Optional.empty()
                : judgements.find(JudgementId.of(story.id())));
  }
}
