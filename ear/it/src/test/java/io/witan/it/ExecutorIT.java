package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.witan.proto.ray_executor.v1.DeliberationResult;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.testkit.PatientNats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client of the SWE AI Fleet's Ray executor submits work, and follows it by its id. */
@ExtendWith(SharedStack.class)
class ExecutorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static WitanStack stack;
  private static Fleet fleet;
  private static Grpc grpc;
  private static ExecutorClient executor;

  @BeforeAll
  static void connect(WitanStack shared) {
    stack = shared;
    stack.up();
    fleet = stack.fleet();
    grpc = Grpc.at(stack.grpcPort());
    executor =
        new ExecutorClient(grpc.executor(fleet.user("developer").token()), "http://127.0.0.1:8000");
  }

  @AfterAll
  static void disconnect() {
    grpc.close();
  }

  @Test
  void what_is_submitted_is_followed_by_one_id_over_grpc_rest_and_nats() throws Exception {
    List<Message> live = new CopyOnWriteArrayList<>();
    Connection nats = PatientNats.connect(stack.natsUrl());
    try {
      nats.createDispatcher(live::add).subscribe("vllm.streaming.>");
      PatientNats.flush(nats);
      RayExecutorStats before = executor.stats();
      String id = executor.submit();

      GetDeliberationStatusResponse status = executor.ended(id);

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
      assertThat(executor.stats().getCompletedDeliberations())
          .isEqualTo(before.getCompletedDeliberations() + 1)
          .isEqualTo(executor.stats().getCompletedDeliberations());
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
        // What is told live may be told again.
        .distinct()
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
    DeliberationResult result = executor.proposal();

    assertThat(result.getAgentId()).isEqualTo("agent-dev-007");
    assertThat(result.getProposal()).isNotBlank();
  }
}
