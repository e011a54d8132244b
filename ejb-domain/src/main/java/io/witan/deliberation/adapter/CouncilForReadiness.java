package io.witan.deliberation.adapter;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.Subject;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.Story;
import io.witan.planning.port.ReadinessCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gives stories a council that judges their readiness, and translates its verdict. */
@Dependent
public class CouncilForReadiness implements ReadinessCouncil {
  private final StartDeliberation startDeliberation;
  private final GetDeliberation getDeliberation;

  @Inject
  public CouncilForReadiness(StartDeliberation startDeliberation, GetDeliberation getDeliberation) {
    this.startDeliberation = startDeliberation;
    this.getDeliberation = getDeliberation;
  }

  @Override
  public Outcome<String> convene(Command command, JudgementId judgement, Story story) {
    return startDeliberation
        .start(
            command,
            new Request(
                Purpose.READINESS,
                Subject.task(judgement.value()),
                Optional.of(StoryAssignment.of(story)),
                List.of()))
        .map(deliberation -> deliberation.id().value());
  }

  @Override
  public Outcome<Readiness> verdict(String deliberation) {
    return getDeliberation.get(new DeliberationId(deliberation)).then(CouncilForReadiness::verdict);
  }

  private static Outcome<Readiness> verdict(Deliberation deliberation) {
    return deliberation
        .winner()
        .map(Ranked::proposal)
        .filter(ReadinessProposal.class::isInstance)
        .map(proposal -> Outcome.done(readiness((ReadinessProposal) proposal)))
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "deliberation %s came to no verdict on readiness"
                            .formatted(deliberation.id()))));
  }

  private static Readiness readiness(ReadinessProposal proposal) {
    return Readiness.found(
        proposal.criteria().stream()
            .map(
                one ->
                    Readiness.Verdict.found(one.name(), one.points(), one.evidence(), one.reason()))
            .toList());
  }
}
