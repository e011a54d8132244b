package io.witan.neo4j;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neo4j.jdbc.Neo4jDataSource;

/**
 * Makes the pool of connections to Neo4j. No connection is opened before the first is asked for.
 */
@ApplicationScoped
public class GraphPool {
  /** How long an answer is waited for where nothing else is said. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String CACHE = "cacheSQLTranslations";

  /**
   * Opens the pool that the configuration describes.
   *
   * @param url {@code jdbc:neo4j://host:port}
   * @param size the most connections at once
   * @param timeout how long Neo4j may be silent after a statement was sent
   */
  @Produces
  @ApplicationScoped
  public DataSource pool(
      @ConfigProperty(name = "witan.neo4j.url") String url,
      @ConfigProperty(name = "witan.neo4j.user") String user,
      @ConfigProperty(name = "witan.neo4j.password") String password,
      @ConfigProperty(name = "witan.neo4j.pool-size") int size,
      @ConfigProperty(name = "witan.neo4j.timeout") Duration timeout)
      throws SQLException {
    return open(url, user, password, size, timeout);
  }

  public void close(@Disposes DataSource pool) {
    if (pool instanceof AgroalDataSource agroal) {
      agroal.close();
    }
  }

  /** Opens a pool outside of CDI. */
  public static AgroalDataSource open(String url, String user, String password, int size)
      throws SQLException {
    return open(url, user, password, size, PATIENCE);
  }

  static AgroalDataSource open(String url, String user, String password, int size, Duration timeout)
      throws SQLException {
    AgroalDataSource pool = pool(url, user, password, size);
    pool.setPoolInterceptors(List.of(new Impatience(timeout)));
    return pool;
  }

  /**
   * Ends the wait for a server that takes statements and answers nothing. Without it a request
   * hangs for the two minutes that Neo4j suggests.
   */
  private record Impatience(Duration timeout) implements AgroalPoolInterceptor {
    @Override
    public void onConnectionCreate(Connection connection) {
      try {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
      } catch (SQLException refused) {
        throw GraphFailures.of(refused);
      }
    }
  }

  private static AgroalDataSource pool(String url, String user, String password, int size)
      throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .idleValidationTimeout(Duration.ofSeconds(5))
                        // A connection that lost its server is not given to anybody again.
                        .exceptionSorter(failure -> GraphFailures.of(failure).isUnavailable())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .connectionProviderClass(Neo4jDataSource.class)
                                    // The driver's own limit of one second is short for a busy
                                    // machine.
                                    .loginTimeout(Duration.ofSeconds(10))
                                    .jdbcProperty("url", withCache(url))
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password)))));
  }

  /**
   * The driver looks through every statement for a hint that it is to be taken for Cypher, with an
   * expression whose time grows with the square of the length; it remembers what it found only when
   * it is told to.
   */
  static String withCache(String url) {
    if (url.contains(CACHE)) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + CACHE + "=true";
  }
}
