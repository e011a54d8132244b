package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Status;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.port.CollectedTasks;
import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.shared.Change;
import io.witan.shared.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collected tasks in Neo4j. */
@Dependent
public class Neo4jCollectedTasks implements CollectedTasks {
  private final Graph graph;
  private final AggregateStore<CollectedTask, CollectedTaskEvent> store;

  @Inject
  public Neo4jCollectedTasks(Graph graph, Journal journal) {
    this.graph = graph;
    this.store = new AggregateStore<>(graph, journal, new CollectedTaskNodes());
  }

  @Override
  public Optional<CollectedTask> find(CollectedTaskId id) {
    return store.find(CollectedTaskNodes.id(id));
  }

  @Override
  public Optional<CollectedTask> lock(CollectedTaskId id) {
    return store.lock(CollectedTaskNodes.id(id));
  }

  @Override
  public void save(Change<CollectedTask, CollectedTaskEvent> change) {
    store.save(change);
  }

  @Override
  public List<CollectedTaskId> inProgressSince(Instant latest) {
    return ids("created_at", List.of(Status.IN_PROGRESS), latest);
  }

  @Override
  public List<CollectedTaskId> endedBy(Instant latest) {
    return ids("ended_at", List.of(Status.COMPLETED, Status.FAILED), latest);
  }

  private List<CollectedTaskId> ids(String time, List<Status> wanted, Instant latest) {
    return graph
        .query(
            """
            MATCH (t:CollectedTask) WHERE t.status IN $wanted AND t.%1$s <= $latest
            RETURN t.task_id AS id ORDER BY t.%1$s, t.task_id
            """
                .formatted(time),
            Map.of(
                "wanted", wanted.stream().map(Enum::name).toList(), "latest", Times.text(latest)))
        .stream()
        .map(row -> new CollectedTaskId(row.text("id")))
        .toList();
  }
}
