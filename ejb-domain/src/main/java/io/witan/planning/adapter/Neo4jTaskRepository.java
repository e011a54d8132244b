package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks in Neo4j. */
@Dependent
public class Neo4jTaskRepository implements TaskRepository {
  private final AggregateStore<Task, TaskEvent> store;

  @Inject
  public Neo4jTaskRepository(Graph graph, Journal journal) {
    store = new AggregateStore<>(graph, journal, new TaskNodes());
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Task> lock(TaskId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Task, TaskEvent> change) {
    store.save(change);
  }

  @Override
  public List<Task> ofStory(StoryId story) {
    return store.all("a.archived = false AND a.story_id = $story", Map.of("story", story.value()));
  }

  @Override
  public Page<Task> list(Optional<StoryId> story, Archived archived, Page.Request page) {
    String condition = ArchivedCondition.of(archived);
    return story
        .map(
            id ->
                store.page(
                    condition + " AND a.story_id = $story", Map.of("story", id.value()), page))
        .orElseGet(() -> store.page(condition, Map.of(), page));
  }
}
