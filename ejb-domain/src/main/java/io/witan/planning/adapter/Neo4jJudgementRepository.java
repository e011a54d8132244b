package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.port.JudgementRepository;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Judgements of readiness in Neo4j. */
@Dependent
public class Neo4jJudgementRepository implements JudgementRepository {
  private final AggregateStore<ReadinessJudgement, JudgementEvent> store;

  @Inject
  public Neo4jJudgementRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new JudgementNodes());
  }

  @Override
  public Optional<ReadinessJudgement> find(JudgementId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<ReadinessJudgement> lock(JudgementId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<ReadinessJudgement, JudgementEvent> change) {
    store.save(change);
  }
}
