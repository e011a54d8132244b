package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Councils in Neo4j; there are as many as roles, so none of their lists has pages. */
@Dependent
public class Neo4jCouncilRepository implements CouncilRepository {
  private final Graph graph;
  private final AggregateStore<Council, CouncilEvent> store;

  @Inject
  public Neo4jCouncilRepository(Graph graph, Journal journal) {
    this.graph = graph;
    this.store = new AggregateStore<>(graph, journal, new CouncilNodes());
  }

  @Override
  public Optional<Council> find(CouncilId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Council> lock(CouncilId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Council, CouncilEvent> change) {
    store.save(change);
  }

  @Override
  public List<Council> all() {
    return store.all("NOT a.deleted", Map.of()).stream()
        .sorted(Comparator.comparing(council -> council.id().value()))
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return graph.first("MATCH (c:Council) RETURN c.id AS id LIMIT 1", Map.of()).isEmpty();
  }
}
