package io.witan.planning.adapter;

import io.witan.neo4j.Graph;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskDependencies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Dependencies as relations between task nodes, which the repository of tasks draws. */
@Dependent
public class Neo4jTaskDependencies implements TaskDependencies {
  private final Graph graph;

  @Inject
  public Neo4jTaskDependencies(Graph graph) {
    this.graph = graph;
  }

  @Override
  public void explain(List<TaskDependency> dependencies) {
    graph.run(
        """
        UNWIND $dependencies AS d
        MATCH (:Task {id: d.task})-[r:DEPENDS_ON]->(:Task {id: d.on}) SET r.reason = d.reason
        """,
        Map.of("dependencies", dependencies.stream().map(Neo4jTaskDependencies::row).toList()));
  }

  private static Map<String, Object> row(TaskDependency dependency) {
    return Map.of(
        "task", dependency.task().value(),
        "on", dependency.on().value(),
        "reason", dependency.reason());
  }

  @Override
  public List<TaskDependency> ofStory(StoryId story) {
    return graph
        .query(
            """
            MATCH (t:Task {story_id: $story})-[r:DEPENDS_ON]->(o:Task)
            RETURN t.id AS task, o.id AS on, r.reason AS reason
            ORDER BY t.created_at, t.id, o.created_at, o.id
            """,
            Map.of("story", story.value()))
        .stream()
        .map(
            row ->
                new TaskDependency(
                    new TaskId(row.text("task")), new TaskId(row.text("on")), row.text("reason")))
        .toList();
  }
}
