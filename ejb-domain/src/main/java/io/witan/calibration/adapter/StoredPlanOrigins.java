package io.witan.calibration.adapter;

import io.witan.calibration.port.PlanOrigins;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.PlanRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Looks at plans, ceremonies and derivations as planning keeps them. */
@Dependent
public class StoredPlanOrigins implements PlanOrigins {
  private final PlanRepository plans;
  private final CeremonyRepository ceremonies;
  private final DerivationRepository derivations;

  @Inject
  public StoredPlanOrigins(
      PlanRepository plans, CeremonyRepository ceremonies, DerivationRepository derivations) {
    this.plans = plans;
    this.ceremonies = ceremonies;
    this.derivations = derivations;
  }

  /** A plan of a backlog review names its ceremony, of which no deliberation has the id. */
  @Override
  public Optional<DeliberationId> ofPlan(PlanId plan) {
    return plans.find(plan).map(found -> new DeliberationId(found.deliberation()));
  }

  @Override
  public List<DeliberationId> ofReview(CeremonyId ceremony, StoryId story) {
    return ceremonies
        .find(ceremony)
        .flatMap(found -> found.review(story))
        .map(
            review ->
                review.opinions().stream()
                    .flatMap(opinion -> opinion.deliberation().stream())
                    .map(DeliberationId::new)
                    .toList())
        .orElse(List.of());
  }

  @Override
  public Optional<DeliberationId> ofTasks(PlanId plan) {
    return derivations
        .find(DerivationId.of(plan))
        .map(found -> new DeliberationId(found.deliberation()));
  }
}
