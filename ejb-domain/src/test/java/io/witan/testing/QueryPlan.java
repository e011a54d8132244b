package io.witan.testing;

import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.testkit.GraphServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How Neo4j ran a statement.
 *
 * @param operators the steps, the last one first
 * @param hits how often all of them together looked into the store
 */
public record QueryPlan(List<String> operators, long hits) {

  /** The plan in the summary of a profiled statement. */
  static QueryPlan of(Map<String, Object> profile) {
    List<String> operators = new ArrayList<>();
    return new QueryPlan(operators, collect(profile, operators));
  }

  private static long collect(Map<String, Object> step, List<String> operators) {
    operators.add(String.valueOf(step.get("operatorType")).replaceAll("@.*", ""));
    long hits = ((Number) step.get("dbHits")).longValue();
    if (step.get("children") instanceof List<?> children) {
      for (Object child : children) {
        hits += collect(BoltConnection.asMap(child), operators);
      }
    }
    return hits;
  }

  /** A graph that shows how it ran each statement. */
  public static final class Profiled extends Graph implements AutoCloseable {
    private final BoltConnection connection;
    private final List<QueryPlan> plans = new ArrayList<>();

    public Profiled(GraphServerProcess server) {
      super(null);
      try {
        connection =
            new BoltConnection(
                URI.create(server.url().replace("jdbc:neo4j://", "bolt://")),
                server.user(),
                server.password());
      } catch (IOException unreachable) {
        throw new UncheckedIOException(unreachable);
      }
    }

    @Override
    public List<Row> query(String cypher, Map<String, ?> parameters) {
      try {
        BoltConnection.Result result = connection.run("PROFILE " + cypher, parameters);
        plans.add(QueryPlan.of(BoltConnection.asMap(result.summary().get("profile"))));
        return result.records().stream().map(values -> row(result.columns(), values)).toList();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static Row row(List<String> columns, List<Object> values) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        row.put(columns.get(column), values.get(column));
      }
      return new Row(row);
    }

    /** How the statements since the last time were run. */
    public List<QueryPlan> plans() {
      List<QueryPlan> taken = List.copyOf(plans);
      plans.clear();
      return taken;
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
