package io.witan.benchmarks.creation;

import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.stack.ChildServer;
import io.witan.benchmarks.stack.LoneGraph;
import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks/peer/peer.py} with a Redis, a Neo4j and a NATS of its own. Neo4j has the
 * options of the stack's; Redis writes its log each second, NATS has its defaults.
 */
final class PythonSide implements Contender {
  private final Deque<AutoCloseable> servers = new ArrayDeque<>();
  private final Map<String, Long> processes = new LinkedHashMap<>();
  private final Path root;
  private final Path home;
  private Creator creator;

  private PythonSide(Path root, Path home) {
    this.root = root;
    this.home = home;
  }

  /** Starts all four, in a folder of their own. */
  static PythonSide start(Path root, Path home, String natsServer) throws Exception {
    PythonSide side = new PythonSide(root, Files.createDirectories(home));
    try {
      side.start(natsServer);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      side.close();
      throw failure;
    }
    return side;
  }

  private void start(String natsServer) throws IOException, InterruptedException {
    LoneGraph graph = LoneGraph.start(root, home.resolve("graph"));
    servers.push(graph);
    processes.put("neo4j", graph.pid());
    int redis = redis();
    int nats = nats(natsServer);
    int port = FreePorts.next();
    Path target = root.resolve("benchmarks/target/peer");
    serve(
        "python",
        "READY",
        List.of(
            "env",
            "PYTHONPATH=" + target,
            target.resolve("venv/bin/python").toString(),
            root.resolve("benchmarks/peer/peer.py").toString(),
            "--port",
            String.valueOf(port),
            "--redis",
            String.valueOf(redis),
            "--neo4j",
            graph.url().replace("jdbc:neo4j:", "bolt:"),
            "--password-file",
            home.resolve("graph/neo4j.password").toString(),
            "--nats",
            "nats://127.0.0.1:" + nats));
    creator = new Creator(port, "E-benchmark", "po-benchmark", planning -> planning);
  }

  private int redis() throws IOException, InterruptedException {
    int port = FreePorts.next();
    Path folder = Files.createDirectories(home.resolve("redis"));
    serve(
        "redis",
        "Ready to accept connections",
        List.of(
            "redis-server",
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--dir",
            folder.toString(),
            "--appendonly",
            "yes",
            "--appendfsync",
            "everysec",
            "--save",
            ""));
    return port;
  }

  private int nats(String natsServer) throws IOException, InterruptedException {
    int port = FreePorts.next();
    Path folder = Files.createDirectories(home.resolve("nats"));
    serve(
        "nats",
        "Server is ready",
        List.of(
            natsServer,
            "--addr",
            "127.0.0.1",
            "--port",
            String.valueOf(port),
            "--jetstream",
            "--store_dir",
            folder.toString()));
    return port;
  }

  private void serve(String name, String mark, List<String> command)
      throws IOException, InterruptedException {
    ChildServer server = ChildServer.start(command, home.resolve(name + ".log"), mark);
    servers.push(server);
    processes.put(name, server.pid());
  }

  @Override
  public String name() {
    return "Python";
  }

  @Override
  public void call(int client) {
    creator.create();
  }

  @Override
  public Map<String, Long> processes() {
    return processes;
  }

  /** It answers when all is done. */
  @Override
  public void settle() {}

  @Override
  public void close() {
    if (creator != null) {
      creator.close();
    }
    servers.forEach(PythonSide::end);
  }

  private static void end(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
