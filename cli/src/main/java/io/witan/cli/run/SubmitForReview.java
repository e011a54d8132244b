package io.witan.cli.run;

import io.witan.cli.api.StoryState;
import java.util.Optional;

/** DRAFT to PO_REVIEW: somebody should look at it. */
final class SubmitForReview implements Step {
  @Override
  public void take(Journey journey) {
    journey.move(StoryState.DRAFT, StoryState.PO_REVIEW, Optional.empty());
  }
}
