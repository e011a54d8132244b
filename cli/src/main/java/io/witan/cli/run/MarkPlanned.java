package io.witan.cli.run;

import io.witan.cli.api.Readiness;
import io.witan.cli.api.StoryState;
import java.util.Optional;

/**
 * READY_FOR_PLANNING to PLANNED; what the definition of ready misses becomes the recorded reason of
 * an override.
 */
final class MarkPlanned implements Step {
  @Override
  public void take(Journey journey) {
    if (journey.story().state() == StoryState.READY_FOR_PLANNING) {
      journey.move(StoryState.READY_FOR_PLANNING, StoryState.PLANNED, reason(journey));
    }
  }

  private static Optional<String> reason(Journey journey) {
    Readiness readiness = journey.as(DemoRole.PO).readiness(journey.storyId());
    if (readiness.ready()) {
      return Optional.empty();
    }
    String reason = "planned at readiness %d: %s".formatted(readiness.score(), readiness.missing());
    journey.gatekeeper().confirm("The story is below 80. Plan it all the same?");
    journey.tell().override(reason);
    return Optional.of(reason);
  }
}
