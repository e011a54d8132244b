package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.ListIndexes;
import io.witan.ledger.adapter.Selection;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.EpicRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Epics in Neo4j. */
@Dependent
public class Neo4jEpicRepository implements EpicRepository {
  private static final ListIndexes LISTS =
      ListIndexes.NONE
          .and("created_at", "archived", "project_id")
          .and("created_at", "archived", "status")
          .and("created_at", "archived")
          .and("updated_at", "archived");

  private final AggregateStore<Epic, EpicEvent> store;

  @Inject
  public Neo4jEpicRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new EpicNodes(), LISTS);
  }

  @Override
  public Optional<Epic> find(EpicId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Epic> lock(EpicId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Epic, EpicEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Epic> list(Filter filter, Page.Request page) {
    Selection selection =
        ArchivedCondition.of(filter.archived())
            .where("project_id", filter.project().map(ProjectId::value))
            .where("status", filter.status().map(EpicStatus::name))
            .containing("title", filter.text());
    return store.page(selection, page);
  }

  @Override
  public List<EpicId> openOf(ProjectId project, int most) {
    return store
        .ids(
            ArchivedCondition.of(Archived.HIDDEN).where("project_id", Optional.of(project.value())),
            most)
        .map(EpicId::new)
        .toList();
  }
}
