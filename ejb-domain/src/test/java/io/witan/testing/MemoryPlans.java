package io.witan.testing;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.PlanRepository;
import io.witan.shared.Change;
import java.util.List;
import java.util.Optional;

/** Plans in memory. */
public final class MemoryPlans implements PlanRepository {
  private final MemoryStore<Plan, PlanEvent> store;

  public MemoryPlans(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Plan", plan -> plan.id().value(), Plan::version, Plan::createdAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Plan given(Plan plan) {
    store.given(plan);
    return plan;
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Plan> lock(PlanId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Plan, PlanEvent> change) {
    store.save(change);
  }

  @Override
  public List<Plan> ofStory(StoryId story) {
    return store.all(plan -> plan.story().equals(story));
  }

  @Override
  public Optional<Plan> ofDeliberation(String deliberation) {
    return store.all(plan -> plan.deliberation().equals(deliberation)).stream().findFirst();
  }
}
