package io.witan.benchmarks.workflow.temporal;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.witan.benchmarks.stack.ChildServer;
import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Temporal's development server on an SQLite file, with a worker in a process of its own. */
final class TemporalServer implements AutoCloseable {
  private final ChildServer server;
  private final ChildServer worker;
  private final int port;

  private TemporalServer(ChildServer server, ChildServer worker, int port) {
    this.server = server;
    this.worker = worker;
    this.port = port;
  }

  /**
   * Starts both.
   *
   * @param command the command line of Temporal
   * @param home an empty folder
   * @param options beside those that say where
   */
  static TemporalServer start(Path command, Path home, List<String> options)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    int port = FreePorts.next();
    ChildServer server =
        ChildServer.start(
            command(command, home, port, options), home.resolve("server.log"), "Metrics:");
    try {
      return new TemporalServer(server, worker(home, port), port);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  private static List<String> command(Path command, Path home, int port, List<String> options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(command.toString(), "server", "start-dev", "--headless"));
    words.addAll(List.of("--ip", "127.0.0.1", "--port", String.valueOf(port)));
    words.addAll(List.of("--db-filename", home.resolve("temporal.db").toString()));
    words.addAll(List.of("--log-level", "error"));
    words.addAll(options);
    return words;
  }

  private static ChildServer worker(Path home, int port) throws IOException, InterruptedException {
    return ChildServer.start(
        List.of(
            ChildServer.java(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            TemporalWorker.class.getName(),
            String.valueOf(port)),
        home.resolve("worker.log"),
        "READY");
  }

  /** A connection to a server on this machine. */
  static WorkflowServiceStubs stubs(int port) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:" + port).build());
  }

  WorkflowServiceStubs stubs() {
    return stubs(port);
  }

  Map<String, Long> processes() {
    Map<String, Long> processes = new LinkedHashMap<>();
    processes.put("temporal", server.pid());
    processes.put("worker", worker.pid());
    return processes;
  }

  @Override
  public void close() {
    worker.close();
    server.close();
  }
}
