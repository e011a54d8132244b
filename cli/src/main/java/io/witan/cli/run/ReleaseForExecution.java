package io.witan.cli.run;

import io.witan.cli.api.StoryState;
import java.util.Optional;

/** PLANNED to READY_FOR_EXECUTION: its tasks may be claimed. */
final class ReleaseForExecution implements Step {
  @Override
  public void take(Journey journey) {
    journey.move(StoryState.PLANNED, StoryState.READY_FOR_EXECUTION, Optional.empty());
  }
}
