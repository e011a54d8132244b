package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.Assignments;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stories and tasks ask for from their nodes. */
@Dependent
public class Neo4jAssignments implements Assignments {
  private final Graph graph;

  @Inject
  public Neo4jAssignments(Graph graph) {
    this.graph = graph;
  }

  @Override
  public Optional<Assignment> find(Subject subject) {
    return subject.kind() == Subject.Kind.STORY ? story(subject.id()) : task(subject.id());
  }

  private Optional<Assignment> story(String id) {
    return graph
        .first("MATCH (s:Story {id: $id}) RETURN s{.*} AS node", Map.of("id", id))
        .map(row -> story(row.row("node")));
  }

  private static Assignment story(Row node) {
    return new Assignment(
        node.text("title"),
        node.text("brief"),
        node.texts("acceptance_criteria"),
        Optional.of(node.text("id")));
  }

  private Optional<Assignment> task(String id) {
    return graph
        .first("MATCH (t:Task {id: $id}) RETURN t{.*} AS node", Map.of("id", id))
        .map(row -> task(row.row("node")));
  }

  private static Assignment task(Row node) {
    return new Assignment(
        node.text("title"),
        node.text("description"),
        List.of(),
        Optional.of(node.text("story_id")));
  }
}
