package io.witan.benchmarks.workflow.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program that runs the workflows; argument: the server's port. It keeps every task that waits
 * in memory, so that none has to be read again.
 */
public final class TemporalWorker {
  static final String QUEUE = "tasks";
  private static final int CACHED = 4_000;
  private static final int POLLERS = 8;

  private TemporalWorker() {}

  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    WorkflowClient client =
        WorkflowClient.newInstance(TemporalServer.stubs(Integer.parseInt(arguments[0])));
    WorkerFactory factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setWorkflowCacheSize(CACHED)
                .setMaxWorkflowThreadCount(CACHED)
                .build());
    Worker worker =
        factory.newWorker(
            QUEUE, WorkerOptions.newBuilder().setMaxConcurrentWorkflowTaskPollers(POLLERS).build());
    worker.registerWorkflowImplementationTypes(GatedTaskLife.class);
    factory.start();
    System.out.println("READY");
  }
}
