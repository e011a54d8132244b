package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.domain.DeliberationStatistics.Counts;
import io.witan.deliberation.port.DeliberationTally;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Role;
import io.witan.shared.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts deliberations in Neo4j. */
@Dependent
public class Neo4jDeliberationTally implements DeliberationTally {
  private static final String COUNTS =
      """
      MATCH (d:Deliberation) WHERE d.created_at >= $since
      RETURN d.agent_roles[0] AS role,
        sum(CASE WHEN d.status = 'COMPLETED' THEN 1 ELSE 0 END) AS completed,
        sum(CASE WHEN d.status = 'FAILED' THEN 1 ELSE 0 END) AS failed,
        sum(CASE WHEN d.completed_at IS NULL THEN 1 ELSE 0 END) AS open
      """;
  private static final String TIMES =
      """
      MATCH (d:Deliberation) WHERE d.created_at >= $since AND d.status = 'COMPLETED'
      WITH toFloat(
        datetime(d.completed_at).epochMillis - datetime(d.created_at).epochMillis) AS millis
      RETURN avg(millis) AS mean,
        percentileDisc(millis, 0.5) AS p50,
        percentileDisc(millis, 0.95) AS p95,
        percentileDisc(millis, 0.99) AS p99
      """;
  private static final String SELECTED =
      """
      MATCH (d:Deliberation) WHERE d.created_at >= $since AND d.selection IS NOT NULL
      RETURN count(d) AS many, avg(CASE WHEN d.status = 'COMPLETED' THEN toFloat(
        datetime(d.completed_at).epochMillis - datetime(d.created_at).epochMillis) END) AS mean
      """;
  private static final String TURNS =
      """
      MATCH (t:Turn) WHERE t.recorded_at >= $since
      RETURN avg(toFloat(t.duration_ms)) AS mean
      """;

  private final Graph graph;

  @Inject
  public Neo4jDeliberationTally(Graph graph) {
    this.graph = graph;
  }

  @Override
  public DeliberationStatistics since(Instant start) {
    Map<String, Object> since = Map.of("since", Times.text(start));
    return new DeliberationStatistics(
        graph.query(COUNTS, since).stream()
            .collect(
                Collectors.toMap(
                    row -> Role.parse("role", row.text("role")), Neo4jDeliberationTally::counts)),
        times(graph.first(TIMES, since).orElseThrow()),
        selected(graph.first(SELECTED, since).orElseThrow()),
        decimal(graph.first(TURNS, since).orElseThrow(), "mean"));
  }

  private static Counts counts(Row row) {
    return new Counts(row.number("completed"), row.number("failed"), row.number("open"));
  }

  private static DeliberationStatistics.Times times(Row row) {
    return new DeliberationStatistics.Times(
        decimal(row, "mean"), decimal(row, "p50"), decimal(row, "p95"), decimal(row, "p99"));
  }

  private static DeliberationStatistics.Selected selected(Row row) {
    return new DeliberationStatistics.Selected(row.number("many"), decimal(row, "mean"));
  }

  private static double decimal(Row row, String name) {
    return row.optionalDecimal(name).orElse(0.0);
  }
}
