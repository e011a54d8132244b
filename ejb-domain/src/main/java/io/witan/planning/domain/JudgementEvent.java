package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;

/** What has happened to a council's judgement of a story's readiness. */
public sealed interface JudgementEvent {
  JudgementId judgement();

  record JudgementRequested(
      JudgementId judgement,
      StoryId story,
      String deliberation,
      String contentDigest,
      ActorId by,
      Instant at)
      implements JudgementEvent {}

  /** The council gave its verdict. */
  record ReadinessJudged(
      JudgementId judgement,
      StoryId story,
      String deliberation,
      String contentDigest,
      Readiness verdict,
      Instant at)
      implements JudgementEvent {}

  /** There is no verdict: the council came to none, or to one that does not fit. */
  record JudgementFailed(
      JudgementId judgement, StoryId story, String deliberation, String reason, Instant at)
      implements JudgementEvent {}
}
