package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Projects in Neo4j. */
@Dependent
public class Neo4jProjectRepository implements ProjectRepository {
  private final AggregateStore<Project, ProjectEvent> store;

  @Inject
  public Neo4jProjectRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new ProjectNodes());
  }

  @Override
  public Optional<Project> find(ProjectId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Project> lock(ProjectId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Project, ProjectEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Project> list(Archived archived, Page.Request page) {
    return store.page(ArchivedCondition.of(archived), Map.of(), page);
  }
}
