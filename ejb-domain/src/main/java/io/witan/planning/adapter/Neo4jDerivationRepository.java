package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Derivations in Neo4j. */
@Dependent
public class Neo4jDerivationRepository implements DerivationRepository {
  private final AggregateStore<TaskDerivation, DerivationEvent> store;

  @Inject
  public Neo4jDerivationRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new DerivationNodes());
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
}
