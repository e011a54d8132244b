package io.witan.neo4j;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neo4j.jdbc.Neo4jDataSource;

/**
 * Makes the pool of connections to Neo4j. No connection is opened before the first is asked for.
 */
@ApplicationScoped
public class GraphPool {
  private static final String CACHE = "cacheSQLTranslations";

  /**
   * Opens the pool that the configuration describes.
   *
   * @param url {@code jdbc:neo4j://host:port}
   * @param size the most connections at once
   */
  @Produces
  @ApplicationScoped
  public DataSource pool(
      @ConfigProperty(name = "witan.neo4j.url") String url,
      @ConfigProperty(name = "witan.neo4j.user") String user,
      @ConfigProperty(name = "witan.neo4j.password") String password,
      @ConfigProperty(name = "witan.neo4j.pool-size") int size)
      throws SQLException {
    return open(url, user, password, size);
  }

  public void close(@Disposes DataSource pool) {
    if (pool instanceof AgroalDataSource agroal) {
      agroal.close();
    }
  }

  /** Opens a pool outside of CDI. */
  public static AgroalDataSource open(String url, String user, String password, int size)
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
