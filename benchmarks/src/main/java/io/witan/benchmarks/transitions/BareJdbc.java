package io.witan.benchmarks.transitions;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.transitions.TappedGraph.Statement;
import io.witan.planning.domain.Story;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.neo4j.jdbc.Neo4jPreparedStatement;
import org.neo4j.jdbc.values.Value;
import org.neo4j.jdbc.values.Values;

/** The recorded statements, sent by hand: what the driver and Neo4j can do. */
final class BareJdbc implements Contender {
  private final DataSource pool;
  private final Recording toReview;
  private final Recording toDraft;
  private final String[] stories;
  private final long[] versions;

  /** Moves the stories, which are in DRAFT and nobody else's. */
  BareJdbc(DataSource pool, Recording toReview, Recording toDraft, List<Story> drafts) {
    this.pool = pool;
    this.toReview = toReview;
    this.toDraft = toDraft;
    this.stories = drafts.stream().map(story -> story.id().value()).toArray(String[]::new);
    this.versions = drafts.stream().mapToLong(Story::version).toArray();
  }

  @Override
  public String name() {
    return "bare";
  }

  @Override
  public void call(int client) throws SQLException {
    long next = versions[client] + 1;
    Recording recording = next % 2 == 0 ? toReview : toDraft;
    List<Statement> statements = recording.about(stories[client], next);
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      for (Statement statement : statements) {
        send(connection, statement);
      }
      connection.commit();
    }
    versions[client] = next;
  }

  private static void send(Connection connection, Statement statement) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement.cypher())) {
      Neo4jPreparedStatement named = prepared.unwrap(Neo4jPreparedStatement.class);
      for (Map.Entry<String, ?> parameter : statement.parameters().entrySet()) {
        named.setObject(parameter.getKey(), Values.value(parameter.getValue()));
      }
      try (ResultSet rows = prepared.executeQuery()) {
        read(rows);
      }
    }
  }

  private static void read(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        Value unused = rows.getObject(column, Value.class);
      }
    }
  }

  @Override
  public void settle() {
    // Nothing happens behind it.
  }

  @Override
  public void close() {
    // The pool belongs to the benchmark.
  }
}
