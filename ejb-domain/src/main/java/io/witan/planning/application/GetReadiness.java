package io.witan.planning.application;

import io.witan.planning.domain.GateVerdict;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads how ready a story is, by the rules and by a council, and what the gate makes of it. */
@Dependent
public class GetReadiness {
  private final StoryRepository stories;
  private final JudgementRepository judgements;
  private final ReadinessGate gate;

  @Inject
  public GetReadiness(StoryRepository stories, JudgementRepository judgements, ReadinessGate gate) {
    this.stories = stories;
    this.judgements = judgements;
    this.gate = gate;
  }

  /**
   * How things stand.
   *
   * @param judgement absent when nobody has asked a council
   */
  public record Found(
      Story story, Readiness rules, Optional<ReadinessJudgement> judgement, GateVerdict gate) {}

  public Outcome<Found> get(StoryId id) {
    return Outcome.found("story", id, stories.find(id))
        .map(
            story ->
                new Found(
                    story,
                    Readiness.of(story.text()),
                    judgements.find(JudgementId.of(id)),
                    gate.at(story)));
  }
}
