package io.witan.workflow.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Task workflows in Neo4j. */
@Dependent
public class Neo4jTaskWorkflowRepository implements TaskWorkflowRepository {
  private static final List<String> QUEUED =
      Stream.of(TaskState.values()).filter(TaskState::isQueued).map(TaskState::wire).toList();

  private final AggregateStore<TaskWorkflow, WorkflowEvent> store;

  @Inject
  public Neo4jTaskWorkflowRepository(Graph graph, Journal journal) {
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
  public List<TaskWorkflow> ofStory(StoryId story) {
    return store.all("a.story_id = $story", Map.of("story", story.value()));
  }

  @Override
  public List<TaskWorkflow> waitingFor(Role role) {
    return store.all(
        "a.state IN $queued AND a.role_in_charge = $role",
        Map.of("queued", QUEUED, "role", role.wire()));
  }
}
