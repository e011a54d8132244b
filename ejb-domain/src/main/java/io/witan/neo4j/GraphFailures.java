package io.witan.neo4j;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.bolt.connection.exception.BoltFailureException;

/** Finds Neo4j's own code in what the driver throws: every server error has the same SQL state. */
final class GraphFailures {
  private static final Logger LOG = Logger.getLogger(GraphFailures.class.getName());

  private GraphFailures() {}

  static GraphException of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoltFailureException bolt) {
        return new GraphException(bolt.getMessage(), bolt.code(), failure);
      }
    }
    return new GraphException("Neo4j cannot be reached: " + failure.getMessage(), "", failure);
  }

  static void discard(Connection connection, SQLException lost) {
    LOG.log(Level.FINE, "rollback failed, the connection is given up", lost);
    try {
      connection.abort(Runnable::run);
    } catch (SQLException gone) {
      LOG.log(Level.FINE, "the connection was gone already", gone);
    }
  }
}
