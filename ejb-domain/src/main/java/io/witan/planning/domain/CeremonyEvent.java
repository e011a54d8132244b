package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.List;

/** What has happened to a ceremony. */
public sealed interface CeremonyEvent {
  CeremonyId ceremony();

  Instant at();

  record CeremonyCreated(CeremonyId ceremony, List<StoryId> stories, ActorId by, Instant at)
      implements CeremonyEvent {
    public CeremonyCreated {
      stories = List.copyOf(stories);
    }
  }

  record StoriesAdded(CeremonyId ceremony, List<StoryId> stories, ActorId by, Instant at)
      implements CeremonyEvent {
    public StoriesAdded {
      stories = List.copyOf(stories);
    }
  }

  record StoryRemoved(CeremonyId ceremony, StoryId story, ActorId by, Instant at)
      implements CeremonyEvent {}

  /**
   * The councils were asked.
   *
   * @param submitted how many deliberations could be started
   */
  record CeremonyStarted(CeremonyId ceremony, int submitted, ActorId by, Instant at)
      implements CeremonyEvent {}

  record FeedbackTaken(
      CeremonyId ceremony, StoryId story, ReviewRole role, String author, Instant at)
      implements CeremonyEvent {}

  /** A council that was asked gave no feedback. */
  record InquiryFailed(
      CeremonyId ceremony, StoryId story, ReviewRole role, String reason, Instant at)
      implements CeremonyEvent {}

  /** The last feedback that was missing has come. */
  record ReviewBegun(CeremonyId ceremony, Instant at) implements CeremonyEvent {}

  /**
   * The preliminary plan of a story has become a plan.
   *
   * @param digestStated whether the approver named what they had been shown
   */
  record ReviewPlanApproved(
      CeremonyId ceremony,
      StoryId story,
      PlanId plan,
      String digest,
      boolean digestStated,
      ReviewApproval approval)
      implements CeremonyEvent {
    @Override
    public Instant at() {
      return approval.at();
    }
  }

  record ReviewPlanRejected(CeremonyId ceremony, StoryId story, ReviewVerdict.Rejected verdict)
      implements CeremonyEvent {
    @Override
    public Instant at() {
      return verdict.at();
    }
  }

  record CeremonyCompleted(CeremonyId ceremony, ActorId by, Instant at) implements CeremonyEvent {}

  record CeremonyCancelled(CeremonyId ceremony, ActorId by, Instant at) implements CeremonyEvent {}
}
