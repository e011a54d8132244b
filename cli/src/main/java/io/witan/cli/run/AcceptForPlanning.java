package io.witan.cli.run;

import io.witan.cli.api.StoryState;
import java.util.Optional;

/** PO_REVIEW to READY_FOR_PLANNING: the product owner has read it and sees how ready it is. */
final class AcceptForPlanning implements Step {
  @Override
  public void take(Journey journey) {
    if (journey.story().state() == StoryState.PO_REVIEW) {
      journey.tell().readiness(journey.as(DemoRole.PO).readiness(journey.storyId()));
      journey.gatekeeper().confirm("Shall it be planned?");
      journey.move(StoryState.PO_REVIEW, StoryState.READY_FOR_PLANNING, Optional.empty());
    }
  }
}
