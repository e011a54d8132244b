package io.witan.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.agroal.api.AgroalDataSource;
import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GraphIT {
  private static final String CREATE = "CREATE (t:GraphIt {name: $name})";
  private static final String COUNT = "MATCH (t:GraphIt {name: $name}) RETURN count(t) AS number";

  private final Map<String, String> name = Map.of("name", UUID.randomUUID().toString());

  private static AgroalDataSource pool(GraphServerProcess server) throws SQLException {
    return GraphPool.open(server.url(), server.user(), server.password(), 2);
  }

  private long count(Graph graph) {
    return graph.first(COUNT, name).orElseThrow().number("number");
  }

  @Test
  void a_transaction_is_kept_only_if_its_answer_is() throws Exception {
    try (AgroalDataSource pool = pool(TestServers.graph())) {
      Graph graph = new Graph(pool);

      assertThat(graph.inTransaction(() -> created(graph), seen -> seen == 2)).isOne();
      assertThat(count(graph)).isZero();
      assertThat(graph.inTransaction(() -> created(graph), seen -> seen == 1)).isOne();
      assertThat(count(graph)).isOne();
    }
  }

  private long created(Graph graph) {
    graph.run(CREATE, name);
    return count(graph);
  }

  @Test
  void a_statement_that_is_wrong_is_told_with_the_code_of_neo4j() throws Exception {
    try (AgroalDataSource pool = pool(TestServers.graph())) {
      Graph graph = new Graph(pool);

      GraphException refused =
          catchThrowableOfType(GraphException.class, () -> graph.query("MATSCH (n)", Map.of()));

      assertThat(refused.code()).isEqualTo("Neo.ClientError.Statement.SyntaxError");
      assertThat(refused.isUnavailable() || refused.isTransient() || refused.isDuplicate())
          .isFalse();
    }
  }

  @Test
  void a_server_that_dies_in_a_transaction_takes_it_along_and_the_next_one_needs_no_new_pool()
      throws Exception {
    try (GraphServerProcess server = GraphServerProcess.start();
        AgroalDataSource pool = pool(server)) {
      Graph graph = new Graph(pool);

      GraphException lost =
          catchThrowableOfType(
              GraphException.class,
              () -> graph.inTransaction(() -> dieBetween(graph, server), kept -> true));

      assertThat(lost.isUnavailable()).isTrue();
      assertThat(graph.isInTransaction()).isFalse();
      server.restart();
      Awaitility.await().ignoreExceptions().until(() -> count(graph) == 0);
    }
  }

  private long dieBetween(Graph graph, GraphServerProcess server) {
    graph.run(CREATE, name);
    server.kill();
    return count(graph);
  }

  @Test
  void a_server_that_hangs_is_not_waited_for_longer_than_was_said() throws Exception {
    try (GraphServerProcess server = GraphServerProcess.start();
        AgroalDataSource pool =
            GraphPool.open(
                server.url(), server.user(), server.password(), 2, Duration.ofMillis(500))) {
      Graph graph = new Graph(pool);
      // A server that was just started may take longer over its first statement.
      Awaitility.await().ignoreExceptions().until(() -> count(graph) == 0);
      signal(server, "STOP");

      GraphException silent =
          catchThrowableOfType(
              GraphException.class,
              () ->
                  assertTimeoutPreemptively(Duration.ofSeconds(30), () -> graph.run(CREATE, name)));

      assertThat(silent.isUnavailable()).isTrue();
      signal(server, "CONT");
      Awaitility.await().ignoreExceptions().until(() -> count(graph) <= 1);
    }
  }

  private static void signal(GraphServerProcess server, String signal) throws Exception {
    assertThat(
            // Every shell has it; the program of that name is not on every system.
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, server.pid()))
                .start()
                .waitFor())
        .isZero();
  }
}
