package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.port.CeremonyRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ceremonies in Neo4j. */
@Dependent
public class Neo4jCeremonyRepository implements CeremonyRepository {
  private final AggregateStore<Ceremony, CeremonyEvent> store;

  @Inject
  public Neo4jCeremonyRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new CeremonyNodes());
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
    Map<String, Object> wanted = new LinkedHashMap<>();
    filter.status().ifPresent(status -> wanted.put("status", status.name()));
    filter.createdBy().ifPresent(by -> wanted.put("created_by", by.value()));
    StringBuilder condition = new StringBuilder("true");
    wanted.keySet().forEach(name -> condition.append(" AND a.%s = $%s".formatted(name, name)));
    return store.page(condition.toString(), wanted, page);
  }
}
