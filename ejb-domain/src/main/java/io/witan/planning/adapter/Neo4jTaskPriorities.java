package io.witan.planning.adapter;

import io.witan.neo4j.Graph;
import io.witan.planning.domain.TaskId;
import io.witan.workflow.port.TaskPriorities;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the workflow how urgent tasks are. */
@Dependent
public class Neo4jTaskPriorities implements TaskPriorities {
  private final Graph graph;

  @Inject
  public Neo4jTaskPriorities(Graph graph) {
    this.graph = graph;
  }

  @Override
  public Map<TaskId, Integer> of(Collection<TaskId> tasks) {
    return graph
        .query(
            """
            UNWIND $ids AS id MATCH (t:Task {id: id}) RETURN t.id AS id, t.priority AS priority
            """,
            Map.of("ids", tasks.stream().map(TaskId::value).distinct().toList()))
        .stream()
        .collect(
            Collectors.toMap(
                row -> new TaskId(row.text("id")), row -> (int) row.number("priority")));
  }
}
