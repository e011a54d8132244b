package io.witan.context.adapter;

import io.witan.context.adapter.PackBuilder.Part;
import io.witan.context.port.ContextPack;
import io.witan.context.port.ContextPacks;
import io.witan.context.port.ContextQuery;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Packs from the nodes of planning: the story, the task, the plan that holds or is proposed, what
 * was decided about plans (newest first) and else (what affects the task first), and the other
 * tasks of the story.
 */
@Dependent
public class Neo4jContextPacks implements ContextPacks {
  private final Graph graph;

  @Inject
  public Neo4jContextPacks(Graph graph) {
    this.graph = graph;
  }

  @Override
  public ContextPack pack(ContextQuery query) {
    return graph
        .first(statement(query.kind()), Map.of("id", query.id()))
        .map(row -> PackBuilder.pack(parts(query, row), query.tokenBudget()))
        .orElseGet(ContextPack::empty);
  }

  private static String statement(ContextQuery.Kind kind) {
    String story =
        kind == ContextQuery.Kind.STORY
            ? "MATCH (s:Story {id: $id})"
            : "MATCH (own:Task {id: $id}) MATCH (s:Story {id: own.story_id})";
    return story
        + """

        RETURN s{.*} AS story,
          COLLECT { MATCH (p:Plan {story_id: s.id}) RETURN p{.*} ORDER BY p.created_at DESC } AS plans,
          COLLECT { MATCH (d:Decision {story_id: s.id}) WHERE d.decided_by IS NOT NULL
            RETURN d{.*} ORDER BY $id IN d.affects DESC, d.decided_at DESC } AS decisions,
          COLLECT { MATCH (t:Task {story_id: s.id}) WHERE NOT coalesce(t.archived, false) OR t.id = $id
            RETURN t{.*} ORDER BY t.priority, t.created_at }
            AS tasks
        """;
  }

  private static List<Part> parts(ContextQuery query, Row found) {
    List<Part> parts = new ArrayList<>();
    List<Row> tasks = found.rows("tasks");
    parts.add(Parts.story(found.row("story")));
    tasks.stream()
        .filter(task -> task.text("id").equals(query.id()))
        .forEach(task -> parts.add(Parts.task(task, "The task")));
    List<Row> plans = found.rows("plans");
    plans.stream().filter(Parts::holds).limit(1).forEach(plan -> parts.add(Parts.plan(plan)));
    plans.stream().filter(Parts::isDecided).forEach(plan -> parts.add(Parts.decision(plan)));
    found.rows("decisions").forEach(decision -> parts.add(Parts.choice(decision)));
    tasks.stream()
        .filter(task -> !task.text("id").equals(query.id()))
        .forEach(task -> parts.add(Parts.task(task, "Another task of the story")));
    String subject = query.kind().wire() + " " + query.id();
    boolean everything = query.scope() == ContextQuery.Scope.EVERYTHING;
    return parts.stream().filter(part -> everything || !part.name().equals(subject)).toList();
  }
}
