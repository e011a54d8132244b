package io.witan.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * One running Neo4j: authentication on, Bolt on loopback, nothing else open, nothing reported home.
 */
final class Neo4j {

  static final String LOOPBACK = "127.0.0.1";

  private static final String DATABASE = "neo4j";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final DatabaseManagementService service;

  private Neo4j(DatabaseManagementService service) {
    this.service = service;
  }

  /**
   * Starts the database and opens its listener. On the first start the password is set while no
   * listener exists, so the default one is never reachable.
   */
  static Neo4j start(Options options, PasswordFile password) throws StartRefused, IOException {
    requireFree(options.port());
    if (!password.isInForce()) {
      setPassword(options, password);
    }
    var address = new SocketAddress(LOOPBACK, options.port());
    DatabaseManagementService service =
        settings(options)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .build();
    return new Neo4j(service).awaitAvailable();
  }

  /** The port that Bolt listens on, also where any free one was asked for. */
  int port() {
    return ((GraphDatabaseAPI) service.database(DATABASE))
        .getDependencyResolver()
        .resolveDependency(ConnectorPortRegister.class)
        .getLocalAddress(ConnectorType.BOLT)
        .getPort();
  }

  void stop() {
    service.shutdown();
  }

  private Neo4j awaitAvailable() throws StartRefused {
    if (!service.database(DATABASE).isAvailable(START_LIMIT.toMillis())) {
      stop();
      throw new StartRefused("the database did not open within " + START_LIMIT.toSeconds() + " s");
    }
    return this;
  }

  private static void setPassword(Options options, PasswordFile password) throws IOException {
    String drafted = password.draft();
    DatabaseManagementService service =
        settings(options).setConfig(BoltConnector.enabled, false).build();
    try {
      service
          .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
          .executeTransactionally(
              "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
              Map.of("password", drafted));
    } finally {
      service.shutdown();
    }
    password.putInForce();
  }

  private static DatabaseManagementServiceBuilder settings(Options options) {
    return new DatabaseManagementServiceBuilder(options.home())
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        // Neo4j would keep its network threads for ten more seconds after the last connection.
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
        .setConfig(HttpConnector.enabled, false)
        .setConfig(HttpsConnector.enabled, false)
        .setConfig(
            GraphDatabaseSettings.pagecache_memory,
            ByteUnit.mebiBytes(options.pageCacheMegabytes()))
        .setConfig(GraphDatabaseSettings.keep_logical_logs, "100M size")
        .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(16))
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false);
  }

  /** Asks before Neo4j does: its own refusal is a page of stack trace. */
  private static void requireFree(int port) throws StartRefused {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StartRefused(
          "port %d on %s is taken (%s): stop what holds it, or give another --port (0 = any free)"
              .formatted(port, LOOPBACK, e.getMessage()),
          e);
    }
  }
}
