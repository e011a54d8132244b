package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.ListIndexes;
import io.witan.ledger.adapter.Selection;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Derivations in Neo4j. */
@Dependent
public class Neo4jDerivationRepository implements DerivationRepository {
  private static final ListIndexes LISTS =
      ListIndexes.NONE
          .and("created_at", "story_id")
          .and("created_at", "status")
          .and("updated_at", "status")
          .and("created_at")
          .and("updated_at");

  private final AggregateStore<TaskDerivation, DerivationEvent> store;

  @Inject
  public Neo4jDerivationRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new DerivationNodes(), LISTS);
  }

  @Override
  public Optional<TaskDerivation> find(DerivationId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<TaskDerivation> lock(DerivationId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<TaskDerivation, DerivationEvent> change) {
    store.save(change);
  }

  @Override
  public Page<TaskDerivation> list(Filter filter, Page.Request page) {
    Selection selection =
        Selection.all()
            .where("status", filter.status().map(DerivationStatus::name))
            .where("story_id", filter.story().map(StoryId::value));
    return store.page(selection, page);
  }
}
