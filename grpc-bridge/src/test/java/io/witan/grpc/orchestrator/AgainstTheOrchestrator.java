package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;

import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.testing.Memory;
import io.witan.testing.NumberedIds;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;

/** The service on memory, for every test a new one, and people who call it. */
abstract class AgainstTheOrchestrator {
  static final String DORA = "dora:developer";
  static final String PAULA = "paula:po";

  final ExecutorService callers = Executors.newCachedThreadPool();
  final Memory planning = new Memory();
  final OrchestratorOnMemory kept = new OrchestratorOnMemory(planning);
  boolean ready = true;
  private final Bridge bridge =
      new Bridge(kept.service(new NumberedIds(), this::check), planning.transactions);
  final OrchestratorServiceBlockingStub orchestrator =
      OrchestratorServiceGrpc.newBlockingStub(bridge.channel());

  @AfterEach
  void stop() {
    bridge.close();
    callers.shutdownNow();
  }

  static DeliberateRequest.Builder request(String taskId) {
    return DeliberateRequest.newBuilder()
        .setTaskId(taskId)
        .setTaskDescription("Keep the cart\nfor a month")
        .setRole("DEV");
  }

  CompletableFuture<DeliberateResponse> deliberate(DeliberateRequest.Builder request) {
    return CompletableFuture.supplyAsync(
        () -> as(DORA, orchestrator).deliberate(request.build()), callers);
  }

  private HealthCheckResponse check() {
    return new HealthCheckResponse(
        "test",
        ready ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
        Optional.empty());
  }
}
