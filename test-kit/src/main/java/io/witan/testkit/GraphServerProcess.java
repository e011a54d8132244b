package io.witan.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real graph server (Neo4j over Bolt) with a database of its own, for tests.
 *
 * <p>A test that kills it starts its own one with {@link #start()} in a try-with-resources; all
 * others share {@link TestServers#graph()}, as a start takes seconds.
 */
public final class GraphServerProcess extends ServerProcess {

  private final Path program = Binaries.graphServer();

  private GraphServerProcess() {
    super("graph");
  }

  /** Starts a server with an empty database; returns when it takes connections. */
  public static GraphServerProcess start() {
    GraphServerProcess server = new GraphServerProcess();
    server.launch();
    return server;
  }

  /** The address for the Neo4j JDBC driver. */
  public String url() {
    return "jdbc:neo4j://127.0.0.1:" + port();
  }

  /** The only user. */
  public String user() {
    return "neo4j";
  }

  /** The random password of {@link #user()}. */
  public String password() {
    try {
      return Files.readString(home().resolve("neo4j.password"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms64m",
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:MaxDirectMemorySize=256m",
        "-cp",
        program.resolve("graph-server.jar") + ":" + program.resolve("lib") + "/*",
        "io.witan.graph.GraphServer",
        "--home",
        home().toString(),
        "--port",
        Integer.toString(port()),
        "--page-cache-mb",
        "32");
  }

  @Override
  String readyMark() {
    return "READY ";
  }

  @Override
  Path data() {
    return home().resolve("data");
  }
}
