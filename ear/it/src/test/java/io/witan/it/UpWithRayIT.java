package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.it.Sockets.Listening;
import io.witan.it.WitanStack.Result;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import io.witan.testkit.FreePorts;
import io.witan.testkit.RayStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A stack with a Ray and a vLLM of its own. The tests have an order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpWithRayIT {
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final List<String> PARTS = List.of("neo4j", "nats", "vllm", "ray", "witan");

  private static final int VLLM_PORT = FreePorts.next();
  private static final WitanStack STACK =
      new WitanStack("with-ray")
          .with("WITAN_RAY_PORT", String.valueOf(FreePorts.next()))
          .with("WITAN_VLLM_PORT", String.valueOf(VLLM_PORT))
          .with("OMP_NUM_THREADS", "1");

  @AfterAll
  static void end() {
    STACK.close();
  }

  private static Result up() {
    return STACK.witan("up", "--ray", "--vllm", RayStack.model().toString());
  }

  private static List<ProcessHandle> processes() {
    return PARTS.stream()
        .map(STACK::part)
        .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
        .toList();
  }

  @Test
  @Order(1)
  void starts_them_before_the_application() {
    Result up = up();

    assertThat(up.status()).as(up.output()).isZero();
    assertThat(up.output())
        .containsSubsequence("Starting vllm", "Starting ray", "Starting witan", "Witan is up");
  }

  @Test
  @Order(2)
  void finds_them_the_second_time() {
    List<ProcessHandle> running = PARTS.stream().map(STACK::part).toList();

    Result second = up();

    assertThat(second.output()).contains("already up at " + STACK.url());
    assertThat(PARTS.stream().map(STACK::part).toList()).isEqualTo(running);
  }

  @Test
  @Order(3)
  void tells_of_them() {
    Result status = STACK.witan("status");

    assertThat(status.status()).as(status.output()).isZero();
    assertThat(PARTS)
        .allSatisfy(part -> assertThat(status.output()).containsPattern(part + " +running"));
    assertThat(STACK.witan("logs", "ray").output()).contains("Turns are taken at");
  }

  @Test
  @Order(4)
  void nobody_outside_of_this_machine_reaches_them() throws IOException {
    List<Listening> all = new ArrayList<>();
    for (ProcessHandle process : processes()) {
      all.addAll(Sockets.of(process));
    }

    assertThat(all).extracting(Listening::port).containsAll(STACK.ports());
    assertThat(all).allMatch(Listening::isOnLoopback);
  }

  @Test
  @Order(5)
  void a_client_of_the_executor_names_that_vllm() {
    String vllm = "http://127.0.0.1:" + VLLM_PORT;
    try (Grpc grpc = Grpc.at(STACK.grpcPort())) {
      RayExecutorServiceBlockingStub stub = grpc.executor(STACK.fleet().user("developer").token());
      ExecutorClient client = new ExecutorClient(stub, vllm);

      GetDeliberationStatusResponse ended = client.ended(client.submit());

      assertThat(ended.getStatus()).as(ended.getErrorMessage()).isEqualTo("completed");
      assertThat(ended.getResult().getMetadataMap()).containsEntry("runner", "ray");
      assertThatThrownBy(new ExecutorClient(stub, "http://127.0.0.1:1")::submit)
          .hasMessageContaining("vllm_url")
          .hasMessageContaining(vllm);
    }
  }

  @Test
  @Order(6)
  void end_with_all_that_they_have_started() {
    List<ProcessHandle> running = processes();

    Result down = STACK.witan("down");

    assertThat(down.output()).contains("Stopped witan ray vllm nats neo4j");
    Awaitility.await().atMost(GRACE).until(() -> running.stream().allMatch(Ended::is));
  }
}
