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
