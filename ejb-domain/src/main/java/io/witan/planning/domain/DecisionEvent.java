package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.Optional;

/** What has happened to a decision. */
public sealed interface DecisionEvent {
  DecisionId decision();

  StoryId story();

  /** Somebody wrote it down; it waits for a ruling. */
  record DecisionProposed(
      DecisionId decision,
      StoryId story,
      Optional<PlanId> plan,
      DecisionText text,
      ActorId by,
      Instant at)
      implements DecisionEvent {}

  /**
   * It holds from now on.
   *
   * @param digest the content that was approved
   * @param digestStated whether the approver named what they had been shown
   */
  record DecisionApproved(
      DecisionId decision, StoryId story, Ruling ruling, String digest, boolean digestStated)
      implements DecisionEvent {}

  /** It does not hold; the note of the ruling says why. */
  record DecisionRejected(DecisionId decision, StoryId story, Ruling ruling)
      implements DecisionEvent {}

  /** Another one took its place. */
  record DecisionSuperseded(DecisionId decision, StoryId story, DecisionId by, Instant at)
      implements DecisionEvent {}
}
