package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stories in Neo4j. */
@Dependent
public class Neo4jStoryRepository implements StoryRepository {
  private final AggregateStore<Story, StoryEvent> store;

  @Inject
  public Neo4jStoryRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new StoryNodes());
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
    Map<String, Object> wanted = new LinkedHashMap<>();
    filter.state().ifPresent(state -> wanted.put("state", state.name()));
    filter.epic().map(EpicId::value).ifPresent(epic -> wanted.put("epic_id", epic));
    filter.sourceDigest().ifPresent(digest -> wanted.put("source_digest", digest));
    StringBuilder condition = new StringBuilder(ArchivedCondition.of(filter.archived()));
    wanted.keySet().forEach(name -> condition.append(" AND a.%s = $%s".formatted(name, name)));
    return store.page(condition.toString(), wanted, page);
  }

  @Override
  public List<StoryId> openOf(EpicId epic, int most) {
    return store
        .ids("a.archived = false AND a.epic_id = $epic", Map.of("epic", epic.value()), most)
        .map(StoryId::new)
        .toList();
  }
}
