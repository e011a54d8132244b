package io.witan.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Launches the default graph store and keeps it open until the process is told to stop.
 *
 * <p>Prints one line, {@code READY bolt://127.0.0.1:PORT}, once connections are taken, and writes
 * the port to {@code bolt.port} in its home. Ends with status 1 and one line on standard error
 * where it cannot start.
 */
public final class GraphServer {

  private GraphServer() {}

  /**
   * Runs the server until SIGTERM.
   *
   * @param args {@code --home DIR --port N [--page-cache-mb N]}
   */
  public static void main(String... args) throws InterruptedException {
    try {
      serve(Options.parse(args));
    } catch (StartRefused e) {
      fail(e.getMessage());
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      fail("Neo4j did not start: " + rootCause(e));
    }
  }

  private static void serve(Options options)
      throws StartRefused, IOException, InterruptedException {
    HomeLock.take(options.home());
    Path portFile = options.home().resolve("bolt.port");
    Files.deleteIfExists(portFile);
    Neo4j neo4j = Neo4j.start(options, new PasswordFile(options.home()));
    Runtime.getRuntime().addShutdownHook(new Thread(neo4j::stop, "stop-neo4j"));
    Files.writeString(portFile, Integer.toString(neo4j.port()));
    System.out.printf("READY bolt://%s:%d%n", Neo4j.LOOPBACK, neo4j.port());
    new CountDownLatch(1).await();
  }

  private static Throwable rootCause(Throwable e) {
    return e.getCause() == null ? e : rootCause(e.getCause());
  }

  private static void fail(String message) {
    System.err.println("graph-server: " + message);
    System.exit(1);
  }
}
