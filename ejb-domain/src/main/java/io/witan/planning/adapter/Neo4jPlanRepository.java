package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.PlanRepository;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans in Neo4j. */
@Dependent
public class Neo4jPlanRepository implements PlanRepository {
  private final AggregateStore<Plan, PlanEvent> store;

  @Inject
  public Neo4jPlanRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new PlanNodes());
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
    return store.all("a.story_id = $story", Map.of("story", story.value()));
  }

  @Override
  public Optional<Plan> ofDeliberation(String deliberation) {
    return store.all("a.deliberation_id = $id", Map.of("id", deliberation)).stream().findFirst();
  }
}
