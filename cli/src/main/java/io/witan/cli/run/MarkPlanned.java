package io.witan.cli.run;

import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Readiness;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.WitanApi;
import java.time.Duration;
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
    Readiness readiness = readiness(journey);
    if (readiness.gate().open()) {
      return Optional.empty();
    }
    String reason = "planned at readiness %s".formatted(why(readiness));
    journey.gatekeeper().confirm("The story is below 80. Plan it all the same?");
    journey.tell().override(reason);
    return Optional.of(reason);
  }

  private static String why(Readiness readiness) {
    return readiness.gate().byRules()
        ? "%d: %s".formatted(readiness.score(), readiness.missing())
        : "%d by the rules: %s".formatted(readiness.score(), readiness.gate().reason());
  }

  /** How ready it is; where a council's word counts, it is asked for it first. */
  private static Readiness readiness(Journey journey) {
    WitanApi owner = journey.as(DemoRole.PO);
    Readiness now = owner.readiness(journey.storyId());
    return now.gate().waitsForCouncil() ? judged(journey, owner) : now;
  }

  private static Readiness judged(Journey journey, WitanApi owner) {
    String deliberation = owner.judge(journey.storyId()).judgement().deliberationId();
    Deliberation ended =
        journey
            .deliberations()
            .follow(
                owner,
                owner.deliberation(deliberation, Duration.ZERO),
                "readiness of " + journey.storyId());
    return journey
        .pace()
        .await(
            "the verdict of deliberation " + ended.deliberationId(),
            () ->
                Optional.of(owner.readiness(journey.storyId()))
                    .filter(now -> !now.judgement().requested()));
  }
}
