package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.ListIndexes;
import io.witan.ledger.adapter.Selection;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Projects in Neo4j. */
@Dependent
public class Neo4jProjectRepository implements ProjectRepository {
  private static final ListIndexes LISTS =
      ListIndexes.NONE
          .and("created_at", "archived", "owner")
          .and("created_at", "archived", "status")
          .and("created_at", "archived")
          .and("updated_at", "archived");

  private final AggregateStore<Project, ProjectEvent> store;

  @Inject
  public Neo4jProjectRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new ProjectNodes(), LISTS);
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
  public Page<Project> list(Filter filter, Page.Request page) {
    Selection selection =
        ArchivedCondition.of(filter.archived())
            .where("status", filter.status().map(ProjectStatus::name))
            .where("owner", filter.owner().map(ActorId::value))
            .containing("name", filter.text());
    return store.page(selection, page);
  }
}
