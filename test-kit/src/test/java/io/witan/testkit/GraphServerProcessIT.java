package io.witan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedGraph.class)
class GraphServerProcessIT {

  @Test
  void takesQueriesFromWhoeverHoldsThePassword(GraphServerProcess graph) throws SQLException {
    assertThat(number(graph, "RETURN 42")).isEqualTo(42);
  }

  @Test
  void refusesTheDefaultPassword(GraphServerProcess graph) {
    assertThatThrownBy(
            () -> {
              try (Connection c = DriverManager.getConnection(graph.url(), "neo4j", "neo4j")) {
                c.createStatement().execute("RETURN 1");
              }
            })
        .hasStackTraceContaining("unauthorized");
  }

  @Test
  void isTheSameServerForAllTests(GraphServerProcess graph) {
    assertThat(graph).isSameAs(TestServers.graph());
  }

  @Test
  void keepsEveryCommitThroughKillAndRestart() throws SQLException {
    try (GraphServerProcess graph = GraphServerProcess.start()) {
      String password = graph.password();
      execute(graph, "UNWIND range(1, 100) AS n CREATE (:Kept {n: n})");

      graph.kill();
      assertThat(graph.isAlive()).isFalse();
      graph.restart();

      assertThat(number(graph, "MATCH (k:Kept) RETURN count(k)")).isEqualTo(100);
      assertThat(graph.password()).isEqualTo(password);
    }
  }

  private static void execute(GraphServerProcess graph, String cypher) throws SQLException {
    try (Connection connection = connect(graph);
        Statement statement = connection.createStatement()) {
      statement.execute(cypher);
    }
  }

  private static int number(GraphServerProcess graph, String cypher) throws SQLException {
    try (Connection connection = connect(graph);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(cypher)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(GraphServerProcess graph) throws SQLException {
    return DriverManager.getConnection(graph.url(), graph.user(), graph.password());
  }
}
