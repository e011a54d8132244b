package io.witan.planning.application;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.PlanRepository;
import java.time.Instant;

/** The order of a story's plans: each newer one takes the place of one that still waits. */
final class PlanVersions {
  private PlanVersions() {}

  /** The number of the next one; needs the lock of the story. */
  static int next(PlanRepository plans, StoryId story) {
    return plans.ofStory(story).stream().mapToInt(Plan::number).max().orElse(0) + 1;
  }

  /** Ends those that still wait when a newer one is there. */
  static void giveWay(PlanRepository plans, Plan newer, Instant at) {
    plans.ofStory(newer.story()).stream()
        .filter(plan -> plan.number() < newer.number())
        .flatMap(plan -> plans.lock(plan.id()).stream())
        .flatMap(plan -> plan.supersede(newer.id(), at).stream())
        .forEach(plans::save);
  }
}
