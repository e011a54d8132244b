package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.deliberation;
import static io.witan.grpc.fakes.Bridge.as;

import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.grpc.fakes.Bridge;
import io.witan.grpc.orchestrator.OrchestratorOnMemory;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.testing.Memory;
import org.junit.jupiter.api.AfterEach;

/** The service on memory, for every test a new one, and a developer who calls it at noon. */
abstract class AgainstTheExecutor {
  static final String DORA = "dora:developer";
  static final String PAULA = "paula:po";
  static final String NOON = "1795953600";

  final Memory kept = new Memory();
  final OrchestratorOnMemory deliberations = new OrchestratorOnMemory(kept);
  final ExecutorOnMemory application = new ExecutorOnMemory(kept, deliberations);
  private final Bridge bridge = new Bridge(application.service(), kept.transactions);
  final RayExecutorServiceBlockingStub stub =
      RayExecutorServiceGrpc.newBlockingStub(bridge.channel());
  final RayExecutorServiceBlockingStub executor = as(DORA, stub);

  @AfterEach
  void stop() {
    bridge.close();
  }

  ExecuteDeliberationResponse execute(String task) {
    return executor.executeDeliberation(deliberation(task).build());
  }

  GetDeliberationStatusResponse status(String id) {
    return executor.getDeliberationStatus(
        GetDeliberationStatusRequest.newBuilder().setDeliberationId(id).build());
  }

  Charter charter(String id) {
    return kept.deliberations.find(new DeliberationId(id)).orElseThrow().charter();
  }

  RayExecutorStats stats() {
    return executor
        .getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build())
        .getStats();
  }
}
