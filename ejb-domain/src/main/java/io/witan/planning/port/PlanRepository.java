package io.witan.planning.port;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Change;
import java.util.List;
import java.util.Optional;

/** Keeps plans. A change needs a transaction, and a lock on what exists already. */
public interface PlanRepository {

  Optional<Plan> find(PlanId id);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Plan> lock(PlanId id);

  void save(Change<Plan, PlanEvent> change);

  /** All plans of a story, oldest first. */
  List<Plan> ofStory(StoryId story);

  /** The plan that came out of a deliberation, if there is one yet. */
  Optional<Plan> ofDeliberation(String deliberation);
}
