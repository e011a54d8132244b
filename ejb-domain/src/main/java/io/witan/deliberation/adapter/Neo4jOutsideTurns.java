package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.port.OutsideTurns;
import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Turns of agents from outside in Neo4j; their questions leave by the outbox. */
@Dependent
public class Neo4jOutsideTurns implements OutsideTurns {
  private final AggregateStore<OutsideTurn, OutsideTurnEvent> store;

  @Inject
  public Neo4jOutsideTurns(Graph graph, Journal journal) {
    this.store = new AggregateStore<>(graph, journal, new OutsideTurnNodes());
  }

  @Override
  public Optional<OutsideTurn> find(OutsideTurnId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<OutsideTurn> lock(OutsideTurnId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<OutsideTurn, OutsideTurnEvent> change) {
    store.save(change);
  }
}
