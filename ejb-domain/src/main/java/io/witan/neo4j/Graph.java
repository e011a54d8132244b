package io.witan.neo4j;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.neo4j.jdbc.Neo4jPreparedStatement;
import org.neo4j.jdbc.values.Value;
import org.neo4j.jdbc.values.Values;

/**
 * Runs Cypher with named parameters, in the transaction of the thread or, outside of one, each
 * statement on its own.
 *
 * <p>Parameters and results are texts, numbers, booleans, and lists and maps of them.
 */
@ApplicationScoped
public class Graph {
  private final DataSource pool;

  // One per instance on purpose: two graphs in one process must not share a transaction.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Connection> current = new ThreadLocal<>();

  protected Graph() {
    this(null);
  }

  @Inject
  public Graph(DataSource pool) {
    this.pool = pool;
  }

  /**
   * Runs the work in one transaction that commits when {@code keep} accepts its answer.
   *
   * @throws GraphException when Neo4j refuses a statement or the commit, or cannot be reached
   */
  public <T> T inTransaction(Supplier<T> work, Predicate<T> keep) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      current.set(connection);
      try {
        return decide(connection, work, keep);
      } finally {
        current.remove();
      }
    } catch (SQLException failure) {
      throw GraphFailures.of(failure);
    }
  }

  // The driver tells some failures to connect by unchecked exceptions.
  private Connection connect() throws SQLException {
    try {
      return pool.getConnection();
    } catch (RuntimeException unreachable) {
      throw GraphFailures.of(unreachable);
    }
  }

  private static <T> T decide(Connection connection, Supplier<T> work, Predicate<T> keep)
      throws SQLException {
    boolean kept = false;
    try {
      T answer = work.get();
      if (keep.test(answer)) {
        connection.commit();
        kept = true;
      }
      return answer;
    } finally {
      if (!kept) {
        rollback(connection);
      }
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      // A connection that cannot roll back is lost, and with it its transaction.
      GraphFailures.discard(connection, lost);
    }
  }

  public boolean isInTransaction() {
    return current.get() != null;
  }

  /** All rows that the statement answers. */
  public List<Row> query(String cypher, Map<String, ?> parameters) {
    Connection bound = current.get();
    try {
      if (bound != null) {
        return query(bound, cypher, parameters);
      }
      try (Connection connection = connect()) {
        return query(connection, cypher, parameters);
      }
    } catch (SQLException failure) {
      throw GraphFailures.of(failure);
    }
  }

  /** The first row, if there is one. */
  public Optional<Row> first(String cypher, Map<String, ?> parameters) {
    return query(cypher, parameters).stream().findFirst();
  }

  /** Runs a statement for its effect. */
  public void run(String cypher, Map<String, ?> parameters) {
    query(cypher, parameters);
  }

  private static List<Row> query(Connection connection, String cypher, Map<String, ?> parameters)
      throws SQLException {
    try (PreparedStatement pooled = connection.prepareStatement(cypher)) {
      Neo4jPreparedStatement statement = pooled.unwrap(Neo4jPreparedStatement.class);
      for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
        statement.setObject(parameter.getKey(), Values.value(parameter.getValue()));
      }
      // Not execute(): it answers no rows for a statement that both writes and returns. On what the
      // pool gave, as the pool watches for failures that end a connection.
      try (ResultSet results = pooled.executeQuery()) {
        return rows(results);
      }
    }
  }

  private static List<Row> rows(ResultSet results) throws SQLException {
    List<Row> rows = new ArrayList<>();
    ResultSetMetaData columns = results.getMetaData();
    while (results.next()) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        values.put(
            columns.getColumnLabel(column), results.getObject(column, Value.class).asObject());
      }
      rows.add(new Row(values));
    }
    return rows;
  }
}
