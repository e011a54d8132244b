package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.ListIndexes;
import io.witan.ledger.adapter.Selection;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.port.CeremonyRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Ceremonies in Neo4j. */
@Dependent
public class Neo4jCeremonyRepository implements CeremonyRepository {
  private static final ListIndexes LISTS =
      ListIndexes.NONE
          .and("created_at", "created_by")
          .and("created_at", "status")
          .and("created_at")
          .and("updated_at");

  private final AggregateStore<Ceremony, CeremonyEvent> store;

  @Inject
  public Neo4jCeremonyRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new CeremonyNodes(), LISTS);
  }

  @Override
  public Optional<Ceremony> find(CeremonyId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Ceremony> lock(CeremonyId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Ceremony, CeremonyEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Ceremony> list(Filter filter, Page.Request page) {
    Selection selection =
        Selection.all()
            .where("status", filter.status().map(CeremonyStatus::name))
            .where("created_by", filter.createdBy().map(ActorId::value));
    return store.page(selection, page);
  }
}
