package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.ListIndexes;
import io.witan.ledger.adapter.Selection;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskEvent;
import io.witan.planning.domain.TaskEvent.TaskCreated;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.Archived;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tasks in Neo4j; what a task waits for is drawn as relations too. */
@Dependent
public class Neo4jTaskRepository implements TaskRepository {
  private static final ListIndexes LISTS =
      ListIndexes.NONE
          .and("created_at", "archived", "story_id")
          .and("created_at", "archived", "plan_id")
          .and("created_at", "archived", "type")
          .and("created_at", "archived", "status")
          .and("created_at", "archived")
          .and("updated_at", "archived");

  private static final String DRAW =
      """
      MATCH (t:Task {id: $task}) UNWIND t.depends_on AS on MATCH (o:Task {id: on})
      CREATE (t)-[:DEPENDS_ON {reason: $reason}]->(o)
      """;

  private static final String STATUSES =
      """
      MATCH (a:Task {story_id: $story, archived: false}) RETURN a.id AS id, a.status AS status
      """;

  private final Graph graph;
  private final AggregateStore<Task, TaskEvent> store;

  @Inject
  public Neo4jTaskRepository(Graph graph, Journal journal) {
    this.graph = graph;
    store = new AggregateStore<>(graph, journal, new TaskNodes(), LISTS);
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
    return store.all(
        ArchivedCondition.of(Archived.HIDDEN).where("story_id", Optional.of(story.value())));
  }

  @Override
  public Map<TaskId, TaskStatus> statusesOf(StoryId story) {
    return graph.query(STATUSES, Map.of("story", story.value())).stream()
        .collect(
            Collectors.toMap(
                row -> new TaskId(row.text("id")), row -> TaskStatus.valueOf(row.text("status"))));
  }

  @Override
  public Page<Task> list(Filter filter, Page.Request page) {
    Selection selection =
        ArchivedCondition.of(filter.archived())
            .where("story_id", filter.story().map(StoryId::value))
            .where("plan_id", filter.plan().map(PlanId::value))
            .where("status", filter.status().map(TaskStatus::name))
            .where("type", filter.type().map(TaskType::name))
            .containing("title", filter.text());
    return store.page(selection, page);
  }
}
