package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.witan.proto.ray_executor.v1.Agent;
import io.witan.proto.ray_executor.v1.DeliberationResult;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.proto.ray_executor.v1.TaskConstraints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client of the SWE AI Fleet's Ray executor submits work, and follows it by its id. */
@ExtendWith(SharedStack.class)
class ExecutorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String MODEL = "Qwen/Qwen3-0.6B";

  private static WitanStack stack;
  private static Fleet fleet;
  private static Grpc grpc;
  private static RayExecutorServiceBlockingStub executor;

  @BeforeAll
  static void connect(WitanStack shared) {
    stack = shared;
    stack.up();
    fleet = stack.fleet();
    grpc = Grpc.at(stack.grpcPort());
    executor = grpc.executor(fleet.user("developer").token());
  }

  @AfterAll
  static void disconnect() {
    grpc.close();
  }

  private static ExecuteDeliberationRequest request(String task) {
    return ExecuteDeliberationRequest.newBuilder()
        .setTaskId(task)
        .setTaskDescription("Keep the cart for a month")
        .setRole("DEV")
        .setConstraints(
            TaskConstraints.newBuilder().setStoryId("s-of-a-client").setPlanId("p-of-a-client"))
        .addAllAgents(IntStream.rangeClosed(1, 3).mapToObj(ExecutorIT::agent).toList())
        .setVllmUrl("http://127.0.0.1:8000")
        .setVllmModel(MODEL)
        .build();
  }

  private static Agent agent(int number) {
    return Agent.newBuilder().setId("agent-dev-00" + number).setRole("DEV").setModel(MODEL).build();
  }

  private static GetDeliberationStatusResponse ended(String id) {
    GetDeliberationStatusRequest question =
        GetDeliberationStatusRequest.newBuilder().setDeliberationId(id).build();
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> executor.getDeliberationStatus(question),
            answer -> !List.of("submitted", "running").contains(answer.getStatus()));
  }

  private static RayExecutorStats stats() {
    return executor
        .getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build())
        .getStats();
  }

  @Test
  void what_is_submitted_is_followed_by_one_id_over_grpc_rest_and_nats() throws Exception {
    List<Message> live = new CopyOnWriteArrayList<>();
    Connection nats = Nats.connect(stack.natsUrl());
    try {
      nats.createDispatcher(live::add).subscribe("vllm.streaming.>");
      nats.flush(PATIENCE);
      RayExecutorStats before = stats();
      String id =
          executor.executeDeliberation(request("T-" + UUID.randomUUID())).getDeliberationId();

      GetDeliberationStatusResponse status = ended(id);

      assertThat(status.getStatus()).as(status.getErrorMessage()).isEqualTo("completed");
      DeliberationResult result = status.getResult();
      assertThat(result.getAgentId()).startsWith("agent-dev-00");
      assertThat(result.getProposal()).isNotBlank();
      assertThat(result.getMetadataMap())
          .containsEntry("total_agents", "3")
          .containsEntry("completed_agents", "3")
          .containsEntry("runner", "rehearsal");
      assertThat(Fleet.done(200, fleet.productOwner().get("/deliberations/" + id)).text("status"))
          .isEqualTo("COMPLETED");
      assertThat(fleet.audit("deliberation", id)).hasSize(1 + 3 + 1);
      assertThat(stats().getCompletedDeliberations())
          .isEqualTo(before.getCompletedDeliberations() + 1)
          .isEqualTo(stats().getCompletedDeliberations());
      Awaitility.await().atMost(PATIENCE).until(() -> starts(live, id) == 3);
      Awaitility.await().atMost(PATIENCE).until(() -> completions(id) == 1);
    } finally {
      nats.close();
    }
  }

  private static long starts(List<Message> live, String id) {
    return live.stream()
        .filter(message -> message.getSubject().equals("vllm.streaming." + id))
        .map(message -> new String(message.getData(), StandardCharsets.UTF_8))
        .filter(text -> text.contains("vllm_stream_start") && text.contains("agent-dev-00"))
        .count();
  }

  private static long completions(String id) throws Exception {
    try (StreamReader reader = new StreamReader(stack.natsUrl())) {
      return reader.events("ORCHESTRATOR_EVENTS").stream()
          .filter(event -> event.subject().equals("orchestration.deliberation.completed"))
          .filter(event -> event.aggregate().equals(id))
          .count();
    }
  }

  @Test
  void one_proposal_is_waited_for() {
    GenerateProposalRequest request =
        GenerateProposalRequest.newBuilder()
            .setTaskId("T-" + UUID.randomUUID())
            .setTaskDescription("Keep the cart for a month")
            .setRole("DEV")
            .setAgent(agent(7))
            .setContext("The cart is a cookie.")
            .build();

    DeliberationResult result = executor.generateProposal(request).getResult();

    assertThat(result.getAgentId()).isEqualTo("agent-dev-007");
    assertThat(result.getProposal()).isNotBlank();
  }
}
