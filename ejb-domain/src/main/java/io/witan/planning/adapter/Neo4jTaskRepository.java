package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskEvent.TaskCreated;
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

/** Tasks in Neo4j; what a task waits for is drawn as relations too. */
@Dependent
public class Neo4jTaskRepository implements TaskRepository {
  private static final String DRAW =
      """
      MATCH (t:Task {id: $task}) UNWIND t.depends_on AS on MATCH (o:Task {id: on})
      CREATE (t)-[:DEPENDS_ON {reason: $reason}]->(o)
      """;

  private final Graph graph;
  private final AggregateStore<Task, TaskEvent> store;

  @Inject
  public Neo4jTaskRepository(Graph graph, Journal journal) {
    this.graph = graph;
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
    Task task = change.after();
    if (change.event() instanceof TaskCreated && !task.dependsOn().isEmpty()) {
      graph.run(DRAW, Map.of("task", task.id().value(), "reason", TaskDependency.PLANNED));
    }
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
