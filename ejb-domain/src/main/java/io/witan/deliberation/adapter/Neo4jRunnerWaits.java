package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Waits as properties of the deliberation's node, and, at their begin and end, in the log. */
@ApplicationScoped
public class Neo4jRunnerWaits implements RunnerWaits {
  private static final Logger LOG = Logger.getLogger(Neo4jRunnerWaits.class.getName());

  private final Graph graph;

  protected Neo4jRunnerWaits() {
    this(null);
  }

  @Inject
  public Neo4jRunnerWaits(Graph graph) {
    this.graph = graph;
  }

  @Override
  public void waits(DeliberationId id, Wait wait) {
    boolean isNew =
        graph
            .first(
                """
                MATCH (d:Deliberation {id: $id}) SET d._lock = true
                WITH d, d._waits_since IS NULL AS is_new
                SET d._waits_for = $reason, d._waits_since = $since
                RETURN is_new
                """,
                Map.of(
                    "id", id.value(), "reason", wait.reason(), "since", Times.text(wait.since())))
            .map(row -> row.flag("is_new"))
            .orElse(false);
    LOG.log(
        isNew ? Level.WARNING : Level.FINE,
        () -> "deliberation %s waits for its runner: %s".formatted(id, wait.reason()));
  }

  @Override
  public void goesOn(DeliberationId id) {
    graph.run(
        "MATCH (d:Deliberation {id: $id}) REMOVE d._waits_for, d._waits_since",
        Map.of("id", id.value()));
    LOG.info(() -> "deliberation %s goes on: its runner answers".formatted(id));
  }

  @Override
  public Optional<Wait> of(DeliberationId id) {
    return graph
        .first(
            """
            MATCH (d:Deliberation {id: $id}) WHERE d.open_key IS NOT NULL AND d._waits_for IS NOT NULL
            RETURN d._waits_for AS reason, d._waits_since AS since
            """,
            Map.of("id", id.value()))
        .map(Neo4jRunnerWaits::wait);
  }

  private static Wait wait(Row row) {
    return new Wait(row.text("reason"), row.time("since"));
  }
}
