package io.witan.benchmarks.workflow.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.witan.benchmarks.workflow.Gates;
import io.witan.benchmarks.workflow.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workflow for each task, an Update for each step, all clients on one connection. */
public final class TemporalGates implements Gates {
  private final String name;
  private final TemporalServer server;
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;

  private TemporalGates(String name, TemporalServer server) {
    this.name = name;
    this.server = server;
    this.stubs = server.stubs();
    this.client = WorkflowClient.newInstance(stubs);
  }

  /** As the server comes. */
  public static Gates plain(Path command, Path home) throws IOException, InterruptedException {
    return new TemporalGates("Temporal", TemporalServer.start(command, home, List.of()));
  }

  /** With SQLite's write-ahead log, flushed for each transaction. */
  public static Gates writeAhead(Path command, Path home) throws IOException, InterruptedException {
    List<String> pragmas =
        Stream.of("journal_mode=wal", "synchronous=2")
            .flatMap(pragma -> Stream.of("--sqlite-pragma", pragma))
            .toList();
    return new TemporalGates("Temporal, WAL", TemporalServer.start(command, home, pragmas));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> begin(int tasks) {
    List<String> begun =
        IntStream.range(0, tasks).mapToObj(i -> "task-" + UUID.randomUUID()).toList();
    begun.forEach(this::start);
    // The answer comes from the worker, which then has the task in memory.
    begun.forEach(task -> of(task).state());
    return begun;
  }

  private void start(String task) {
    TaskLife life =
        client.newWorkflowStub(
            TaskLife.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(task)
                .setTaskQueue(TemporalWorker.QUEUE)
                .build());
    var unused = WorkflowClient.start(life::live);
  }

  private TaskLife of(String task) {
    return client.newWorkflowStub(TaskLife.class, task);
  }

  @Override
  public String act(String task, Step step) {
    return of(task)
        .act(
            new TaskLife.Attempt(
                step.name(), step.role().wire(), step.role().wire() + "-1", step.artifacts()));
  }

  @Override
  public Map<String, Long> kept(String task) {
    return Map.of(
        "history events", client.newUntypedWorkflowStub(task).describe().getHistoryLength());
  }

  @Override
  public Map<String, Long> processes() {
    return server.processes();
  }

  /** It answers when all is done. */
  @Override
  public void settle() {}

  @Override
  public void close() {
    stubs.shutdownNow();
    server.close();
  }
}
