package io.witan.calibration.application;

import io.witan.calibration.domain.Decision;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.port.PlanOrigins;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Brings decisions on plans to the councils that they came out of. */
@Dependent
public class SettlePlan {
  private final PlanOrigins origins;
  private final SettleForecast settleForecast;

  @Inject
  public SettlePlan(PlanOrigins origins, SettleForecast settleForecast) {
    this.origins = origins;
    this.settleForecast = settleForecast;
  }

  /**
   * A plan was decided on: that of a council, or what a backlog review found about a story, where
   * the word of each role shares the outcome.
   *
   * @param plan absent when a review was rejected before a plan was made of it
   * @param ceremony absent when no review was held
   */
  public Outcome<List<Forecast>> plan(
      Command command,
      Optional<PlanId> plan,
      Optional<CeremonyId> ceremony,
      StoryId story,
      Decision decision) {
    List<DeliberationId> councils =
        ceremony
            .map(held -> origins.ofReview(held, story))
            .orElseGet(() -> plan.flatMap(origins::ofPlan).stream().toList());
    return settleForecast.settle(command, councils, decision);
  }

  /** The tasks that a council cut a plan into were created, or could not be. */
  public Outcome<List<Forecast>> tasks(Command command, PlanId plan, Decision decision) {
    return settleForecast.settle(command, origins.ofTasks(plan).stream().toList(), decision);
  }
}
