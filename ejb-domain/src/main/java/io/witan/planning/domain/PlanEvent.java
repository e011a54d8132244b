package io.witan.planning.domain;

import java.time.Instant;
import java.util.Optional;

/** What has happened to a plan. */
public sealed interface PlanEvent {
  PlanId plan();

  StoryId story();

  /**
   * A council made it.
   *
   * @param number which version it is of the story's plans, from 1
   */
  record PlanProposed(PlanId plan, StoryId story, int number, String deliberation, Instant at)
      implements PlanEvent {}

  /** A newer version came before anybody decided on it. */
  record PlanSuperseded(PlanId plan, StoryId story, PlanId newer, Instant at)
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
