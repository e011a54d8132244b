package io.witan.benchmarks.stack;

import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A graph server of its own, with the options that the stack gives to its one. */
public final class LoneGraph implements AutoCloseable {
  private final ChildServer server;
  private final Path home;
  private final int port;

  private LoneGraph(ChildServer server, Path home, int port) {
    this.server = server;
    this.home = home;
    this.port = port;
  }

  /** Starts one with an empty database. */
  public static LoneGraph start(Path root, Path home) throws IOException, InterruptedException {
    Path program = root.resolve("graph-server/target/graph-server");
    int port = FreePorts.next();
    List<String> command =
        List.of(
            ChildServer.java(),
            "-Xms128m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=256m",
            "-cp",
            program.resolve("graph-server.jar") + ":" + program.resolve("lib") + "/*",
            "io.witan.graph.GraphServer",
            "--home",
            home.toString(),
            "--port",
            String.valueOf(port));
    return new LoneGraph(
        ChildServer.start(command, home.resolve("graph.log"), "READY "), home, port);
  }

  public long pid() {
    return server.pid();
  }

  public String url() {
    return "jdbc:neo4j://127.0.0.1:" + port;
  }

  public String password() throws IOException {
    return Files.readString(home.resolve("neo4j.password")).strip();
  }

  @Override
  public void close() {
    server.close();
  }
}
