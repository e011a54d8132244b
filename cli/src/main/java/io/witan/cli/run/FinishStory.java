package io.witan.cli.run;

import io.witan.cli.api.StoryState;
import java.util.Optional;

/** ACCEPTED to DONE. */
final class FinishStory implements Step {
  @Override
  public void take(Journey journey) {
    journey.move(StoryState.ACCEPTED, StoryState.DONE, Optional.empty());
  }
}
