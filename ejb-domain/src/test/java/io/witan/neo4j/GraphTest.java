package io.witan.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GraphTest {

  @Nested
  class A_server_that_cannot_be_reached {
    @Test
    void is_told_as_unavailable() throws Exception {
      int port = aClosedPort();

      assertThat(asked(port).isUnavailable()).isTrue();
    }
  }

  @Nested
  class The_address_for_the_driver {
    @Test
    void has_it_remember_the_statements_that_it_looked_through() {
      assertThat(GraphPool.withCache("jdbc:neo4j://h:7687"))
          .isEqualTo("jdbc:neo4j://h:7687?cacheSQLTranslations=true");
      assertThat(GraphPool.withCache("jdbc:neo4j://h:7687/db?a=b"))
          .isEqualTo("jdbc:neo4j://h:7687/db?a=b&cacheSQLTranslations=true");
    }

    @Test
    void leaves_what_somebody_has_chosen() {
      String chosen = "jdbc:neo4j://h:7687?cacheSQLTranslations=false";
      assertThat(GraphPool.withCache(chosen)).isEqualTo(chosen);
    }
  }

  private static int aClosedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static GraphException asked(int port) throws SQLException {
    try (AgroalDataSource pool =
        GraphPool.open("jdbc:neo4j://127.0.0.1:" + port, "neo4j", "secret", 1)) {
      Graph graph = new Graph(pool);
      return catchThrowableOfType(GraphException.class, () -> graph.query("RETURN 1", Map.of()));
    }
  }
}
