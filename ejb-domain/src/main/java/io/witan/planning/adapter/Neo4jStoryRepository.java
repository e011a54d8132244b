package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.ListIndexes;
import io.witan.ledger.adapter.Selection;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.Archived;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Stories in Neo4j. */
@Dependent
public class Neo4jStoryRepository implements StoryRepository {
  private static final ListIndexes LISTS =
      ListIndexes.NONE
          .and("created_at", "archived", "epic_id")
          .and("created_at", "archived", "source_digest")
          .and("created_at", "archived", "created_by")
          .and("created_at", "archived", "state")
          .and("updated_at", "archived", "state")
          .and("created_at", "archived")
          .and("updated_at", "archived");

  private final AggregateStore<Story, StoryEvent> store;

  @Inject
  public Neo4jStoryRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new StoryNodes(), LISTS);
  }

  @Override
  public Optional<Story> find(StoryId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Story> lock(StoryId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Story, StoryEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Story> list(Filter filter, Page.Request page) {
    Selection selection =
        ArchivedCondition.of(filter.archived())
            .where("state", filter.state().map(StoryState::name))
            .where("epic_id", filter.epic().map(EpicId::value))
            .where("source_digest", filter.sourceDigest())
            .where("created_by", filter.creator().map(ActorId::value))
            .containing("title", filter.text());
    return store.page(selection, page);
  }

  @Override
  public List<StoryId> openOf(EpicId epic, int most) {
    return store
        .ids(
            ArchivedCondition.of(Archived.HIDDEN).where("epic_id", Optional.of(epic.value())), most)
        .map(StoryId::new)
        .toList();
  }
}
