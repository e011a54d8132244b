package io.witan.it;

import io.witan.proto.ray_executor.v1.Agent;
import io.witan.proto.ray_executor.v1.DeliberationResult;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteTaskRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.GetActiveJobsRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.GetStatusResponse;
import io.witan.proto.ray_executor.v1.JobInfo;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.proto.ray_executor.v1.TaskConstraints;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Submits work as clients of the SWE AI Fleet's Ray executor do, field for field. */
final class ExecutorClient {
  static final int AGENTS = 3;
  private static final String MODEL = "Qwen/Qwen3-0.6B";
  private static final String TEXT = "Keep the cart for a month";
  private static final Set<String> OPEN = Set.of("submitted", "running");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RayExecutorServiceBlockingStub stub;
  private final String server;

  /**
   * A client, whose calls wait for a server that is being started.
   *
   * @param server the model server that the requests name
   */
  ExecutorClient(RayExecutorServiceBlockingStub stub, String server) {
    this.stub = stub.withWaitForReady();
    this.server = server;
  }

  private RayExecutorServiceBlockingStub call() {
    return stub.withDeadlineAfter(PATIENCE);
  }

  private static String task() {
    return "T-" + UUID.randomUUID();
  }

  private static Agent agent(int number) {
    return Agent.newBuilder().setId("agent-dev-00" + number).setRole("DEV").setModel(MODEL).build();
  }

  private static TaskConstraints constraints() {
    return TaskConstraints.newBuilder()
        .setStoryId("s-of-a-client")
        .setPlanId("p-of-a-client")
        .setTimeoutSeconds(300)
        .setMaxRetries(3)
        .putMetadata("num_agents", String.valueOf(AGENTS))
        .build();
  }

  /** Has three agents work on a task; the id of their deliberation. */
  String submit() {
    return call()
        .executeDeliberation(
            ExecuteDeliberationRequest.newBuilder()
                .setTaskId(task())
                .setTaskDescription(TEXT)
                .setRole("DEV")
                .setConstraints(constraints())
                .addAllAgents(
                    IntStream.rangeClosed(1, AGENTS).mapToObj(ExecutorClient::agent).toList())
                .setVllmUrl(server)
                .setVllmModel(MODEL)
                .build())
        .getDeliberationId();
  }

  /** Has one agent work on a task; the id of its deliberation. */
  String submitTask() {
    return call()
        .executeTask(
            ExecuteTaskRequest.newBuilder()
                .setTaskId(task())
                .setTaskDescription(TEXT)
                .setRole("DEV")
                .setConstraints(constraints())
                .setAgent(agent(1))
                .setContext("The cart is a cookie.")
                .setVllmUrl(server)
                .setVllmModel(MODEL)
                .build())
        .getDeliberationId();
  }

  /** Waits for the proposal of agent-dev-007. */
  DeliberationResult proposal() {
    return call()
        .generateProposal(
            GenerateProposalRequest.newBuilder()
                .setTaskId(task())
                .setTaskDescription(TEXT)
                .setRole("DEV")
                .setAgent(agent(7))
                .setContext("The cart is a cookie.")
                .build())
        .getResult();
  }

  GetDeliberationStatusResponse status(String id) {
    return call()
        .getDeliberationStatus(
            GetDeliberationStatusRequest.newBuilder().setDeliberationId(id).build());
  }

  /** Asks until it has ended. */
  GetDeliberationStatusResponse ended(String id) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> status(id), answer -> !OPEN.contains(answer.getStatus()));
  }

  /** The ids of those that have not ended. */
  List<String> jobs() {
    return call().getActiveJobs(GetActiveJobsRequest.getDefaultInstance()).getJobsList().stream()
        .map(JobInfo::getJobId)
        .toList();
  }

  GetStatusResponse health() {
    return call().getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build());
  }

  RayExecutorStats stats() {
    return health().getStats();
  }
}
