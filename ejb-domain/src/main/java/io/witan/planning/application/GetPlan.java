package io.witan.planning.application;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.port.PlanRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads one plan. */
@Dependent
public class GetPlan {
  private final PlanRepository repository;

  @Inject
  public GetPlan(PlanRepository repository) {
    this.repository = repository;
  }

  /** The plan, or {@code NOT_FOUND}. */
  public Outcome<Plan> get(PlanId id) {
    return Outcome.found("plan", id, repository.find(id));
  }
}
