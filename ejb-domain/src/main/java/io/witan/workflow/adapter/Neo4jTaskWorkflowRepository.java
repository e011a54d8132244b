package io.witan.workflow.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Role;
import io.witan.shared.Times;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowStatistics.Tally;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Task workflows in Neo4j. */
@Dependent
public class Neo4jTaskWorkflowRepository implements TaskWorkflowRepository {
  private static final List<String> QUEUED =
      Stream.of(TaskState.values()).filter(TaskState::isQueued).map(TaskState::wire).toList();

  private static final String OVERDUE =
      """
      MATCH (a:TaskWorkflow) WHERE a.state IN $states AND NOT $sla IN coalesce(a.breached, [])
      WITH a, CASE WHEN $total THEN a.created_at ELSE coalesce(a.gate_since, a.updated_at) END AS since
      WHERE since < $before RETURN a.id AS id ORDER BY since, id LIMIT $most
      """;

  private static final String TALLY =
      """
      MATCH (a:TaskWorkflow%s)
      RETURN a.state AS state, count(a) AS tasks, sum(a.rejections) AS rejections,
        sum(CASE WHEN a.rejections = 0 THEN 1 ELSE 0 END) AS flawless,
        sum($now - datetime(coalesce(a.gate_since, a.updated_at)).epochMillis) AS millis
      ORDER BY state
      """;

  private final Graph graph;
  private final AggregateStore<TaskWorkflow, WorkflowEvent> store;

  @Inject
  public Neo4jTaskWorkflowRepository(Graph graph, Journal journal) {
    this.graph = graph;
    store = new AggregateStore<>(graph, journal, new TaskWorkflowNodes());
  }

  @Override
  public Optional<TaskWorkflow> find(TaskId task) {
    return store.find(task.value());
  }

  @Override
  public Optional<TaskWorkflow> lock(TaskId task) {
    return store.lock(task.value());
  }

  @Override
  public void save(Change<TaskWorkflow, WorkflowEvent> change) {
    store.save(change);
  }

  @Override
  public void save(
      Change<TaskWorkflow, WorkflowEvent> change,
      List<Change<TaskWorkflow, WorkflowEvent>> following) {
    store.save(change, Command.by(Actor.system()), following);
  }

  @Override
  public Map<TaskId, TaskState> statesOf(StoryId story) {
    return graph
        .query(
            "MATCH (a:TaskWorkflow {story_id: $story}) RETURN a.id AS id, a.state AS state",
            Map.of("story", story.value()))
        .stream()
        .collect(Collectors.toMap(row -> new TaskId(row.text("id")), TaskWorkflowNodes::state));
  }

  @Override
  public List<TaskWorkflow> ofStory(StoryId story) {
    return store.all("a.story_id = $story", Map.of("story", story.value()));
  }

  @Override
  public List<TaskId> overdue(Sla sla, Instant before, int most) {
    return graph
        .query(
            OVERDUE,
            Map.of(
                "states", sla.states().stream().map(TaskState::wire).toList(),
                "total", sla == Sla.TOTAL,
                "before", Times.text(before),
                "sla", sla.wire(),
                "most", most))
        .stream()
        .map(row -> new TaskId(row.text("id")))
        .toList();
  }

  @Override
  public List<Tally> tally(Optional<StoryId> story, Instant now) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("now", now.toEpochMilli());
    story.ifPresent(one -> parameters.put("story", one.value()));
    return graph
        .query(TALLY.formatted(story.isPresent() ? " {story_id: $story}" : ""), parameters)
        .stream()
        .map(Neo4jTaskWorkflowRepository::tally)
        .toList();
  }

  private static Tally tally(Row row) {
    return new Tally(
        TaskWorkflowNodes.state(row),
        (int) row.number("tasks"),
        (int) row.number("rejections"),
        (int) row.number("flawless"),
        Duration.ofMillis(row.number("millis")));
  }

  @Override
  public List<TaskWorkflow> waitingFor(Role role) {
    return store.all(
        "a.state IN $queued AND a.role_in_charge = $role",
        Map.of("queued", QUEUED, "role", role.wire()));
  }
}
