package io.witan.workflow.adapter;

import io.witan.neo4j.Graph;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Times;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskTransitions;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ClaimLeases;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs of life as properties of the workflow's node, in milliseconds since 1970, with the claim
 * that they belong to; they are no part of its state and of its audit. The clocks of the processes
 * must agree to a few seconds.
 */
@Dependent
public class Neo4jClaimLeases implements ClaimLeases {
  private static final List<String> HELD =
      TaskTransitions.held().stream().map(TaskState::wire).toList();

  private final Graph graph;
  private final Clock clock;
  private final Duration lease;

  @Inject
  public Neo4jClaimLeases(
      Graph graph,
      Clock clock,
      @ConfigProperty(name = "witan.workflow.claim.lease") Duration lease) {
    this.graph = graph;
    this.clock = clock;
    this.lease = lease;
  }

  @Override
  public Optional<Instant> until(TaskWorkflow workflow) {
    return workflow
        .fencingToken()
        .map(token -> extended(workflow.task(), token).orElse(workflow.updatedAt().plus(lease)));
  }

  private Optional<Instant> extended(TaskId task, long token) {
    return graph
        .first(
            """
            MATCH (a:TaskWorkflow {id: $id}) WHERE a._claim_token = $token
            RETURN a._claim_until AS until
            """,
            Map.of("id", task.value(), "token", token))
        .map(row -> Instant.ofEpochMilli(row.number("until")));
  }

  @Override
  public Instant extend(TaskWorkflow workflow) {
    long until = clock.millis() + lease.toMillis();
    graph.run(
        "MATCH (a:TaskWorkflow {id: $id}) SET a._claim_token = $token, a._claim_until = $until",
        Map.of(
            "id",
            workflow.task().value(),
            "token",
            workflow.fencingToken().orElse(0L),
            "until",
            until));
    return Instant.ofEpochMilli(until);
  }

  @Override
  public List<TaskId> lapsed(int most) {
    return graph
        .query(
            """
            MATCH (a:TaskWorkflow)
            WHERE a.state IN $held AND a.updated_at < $before AND a.claimed_by IS NOT NULL
              AND NOT (coalesce(a._claim_token, 0) = coalesce(a.claim_token, a.version) AND a._claim_until >= $now)
            RETURN a.id AS id ORDER BY a.updated_at, a.id LIMIT $most
            """,
            Map.of(
                "held",
                HELD,
                "before",
                Times.text(clock.instant().minus(lease)),
                "now",
                clock.millis(),
                "most",
                most))
        .stream()
        .map(row -> new TaskId(row.text("id")))
        .toList();
  }
}
