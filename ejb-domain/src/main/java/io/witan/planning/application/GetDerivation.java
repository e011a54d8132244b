package io.witan.planning.application;

import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads how a plan came to its tasks, or why it has none. */
@Dependent
public class GetDerivation {
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final DerivationRepository derivations;

  @Inject
  public GetDerivation(
      PlanRepository plans, TaskRepository tasks, DerivationRepository derivations) {
    this.plans = plans;
    this.tasks = tasks;
    this.derivations = derivations;
  }

  /**
   * How things stand.
   *
   * @param tasks how many tasks the plan has
   * @param derivation absent when nobody asked for one
   */
  public record Found(Plan plan, long tasks, Optional<TaskDerivation> derivation) {}

  public Outcome<Found> get(PlanId id) {
    return Outcome.found("plan", id, plans.find(id))
        .map(
            plan ->
                new Found(
                    plan,
                    new TasksOfPlan(tasks).count(plan),
                    derivations.find(DerivationId.of(id))));
  }
}
