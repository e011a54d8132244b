package io.witan.calibration.port;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import java.util.List;
import java.util.Optional;

/** Knows which deliberations a plan or the tasks of one came out of. */
public interface PlanOrigins {
  /** The one that the plan won; empty when it came out of a backlog review. */
  Optional<DeliberationId> ofPlan(PlanId plan);

  /** Those whose answers about a story a backlog review took. */
  List<DeliberationId> ofReview(CeremonyId ceremony, StoryId story);

  /** The one that cut the plan into tasks, if one did. */
  Optional<DeliberationId> ofTasks(PlanId plan);
}
