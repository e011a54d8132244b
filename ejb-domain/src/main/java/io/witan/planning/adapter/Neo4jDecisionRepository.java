package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionEvent.DecisionProposed;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DecisionRepository;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions in Neo4j, tied to the story, plan, tasks and decision that they are about. */
@Dependent
public class Neo4jDecisionRepository implements DecisionRepository {
  private static final String TIE =
      """
      MATCH (d:Decision {id: $id})
      CALL (d) { MATCH (s:Story {id: d.story_id}) CREATE (d)-[:ABOUT]->(s) }
      CALL (d) { MATCH (p:Plan {id: d.plan_id}) CREATE (d)-[:CHOOSES]->(p) }
      CALL (d) { UNWIND d.affects AS task MATCH (t:Task {id: task}) CREATE (d)-[:AFFECTS]->(t) }
      CALL (d) { MATCH (o:Decision {id: d.supersedes}) CREATE (d)-[:SUPERSEDES]->(o) }
      """;

  private final Graph graph;
  private final AggregateStore<Decision, DecisionEvent> store;

  @Inject
  public Neo4jDecisionRepository(Graph graph, Journal journal) {
    this.graph = graph;
    store = new AggregateStore<>(graph, journal, new DecisionNodes());
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Decision> lock(DecisionId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Decision, DecisionEvent> change) {
    store.save(change);
    if (change.event() instanceof DecisionProposed proposed) {
      graph.run(TIE, Map.of("id", proposed.decision().value()));
    }
  }

  @Override
  public List<Decision> ofStory(StoryId story) {
    return store.all("a.story_id = $story", Map.of("story", story.value()));
  }
}
