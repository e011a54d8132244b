package io.witan.planning.domain;

import java.time.Instant;
import java.util.Optional;

/** What has happened to a plan. */
public sealed interface PlanEvent {
  PlanId plan();

  StoryId story();

  record PlanProposed(PlanId plan, StoryId story, String deliberation, Instant at)
      implements PlanEvent {}

  /**
   * A product owner approved it.
   *
   * @param digestStated whether the approver named what they had been shown
   * @param review the backlog review that it came out of, if it was one
   */
  record PlanApproved(
      PlanId plan,
      StoryId story,
      PlanDecision decision,
      boolean digestStated,
      PlanContent content,
      Optional<ReviewOrigin> review)
      implements PlanEvent {}

  record PlanRejected(PlanId plan, StoryId story, PlanDecision decision) implements PlanEvent {}
}
