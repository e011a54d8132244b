package io.witan.planning.application;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.PlanRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the plans of a story. */
@Dependent
public class ListPlans {
  private final PlanRepository plans;

  @Inject
  public ListPlans(PlanRepository plans) {
    this.plans = plans;
  }

  /** Oldest first; empty for an unknown story. */
  public List<Plan> list(StoryId story) {
    return plans.ofStory(story);
  }
}
