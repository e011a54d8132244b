package io.witan.grpc.executor;

import static io.witan.grpc.executor.ExecutorRequests.SERVER;
import static io.witan.grpc.executor.ExecutorRequests.agent;
import static io.witan.grpc.executor.ExecutorRequests.constraints;
import static io.witan.grpc.executor.ExecutorRequests.deliberation;
import static io.witan.grpc.executor.ExecutorRequests.proposal;
import static io.witan.grpc.executor.ExecutorRequests.review;
import static io.witan.grpc.executor.ExecutorRequests.task;
import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.grpc.fakes.Bridge.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.witan.proto.ray_executor.v1.Agent;
import io.witan.proto.ray_executor.v1.BacklogReviewTaskConstraints;
import io.witan.proto.ray_executor.v1.ExecuteBacklogReviewDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteTaskRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.TaskConstraints;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense, call by call and field by field. */
class ExecutorRefusalsTest extends AgainstTheExecutor {
  private static final String NO_ID = "T 7";
  private static final String LONG_TASK = "T".repeat(151);
  private static final String LONG_TEXT = "x".repeat(150_001);
  private static final String LONG_NAME = "x".repeat(201);
  private static final String ELSEWHERE = "http://169.254.169.254/";
  private static final String LONG_WAY = "http://gpu-1:8000" + "/".repeat(4_000) + "x";

  /** As all may who may submit anything. */
  private final String anybody = "dora:developer,po";

  static Stream<Arguments> deliberations() {
    return Stream.of(
        of("task_id", deliberation("")),
        of("task_id", deliberation(NO_ID)),
        of("task_id", deliberation(LONG_TASK)),
        of("task_description", deliberation("T-7").setTaskDescription(" ")),
        of("task_description", deliberation("T-7").setTaskDescription(LONG_TEXT)),
        of("task_description", deliberation("T-7").setTaskDescription("a\0b")),
        of("role", deliberation("T-7").setRole("")),
        of("role", deliberation("T-7").setRole("cook")),
        of("constraints.story_id", deliberation("T-7").clearConstraints()),
        of("constraints.story_id", constraints().setStoryId(NO_ID)),
        of("constraints.plan_id", constraints().setPlanId("")),
        of("constraints.timeout_seconds", constraints().setTimeoutSeconds(-1)),
        of("constraints.timeout_seconds", constraints().setTimeoutSeconds(2_592_001)),
        of("constraints.max_retries", constraints().setMaxRetries(-1)),
        of("allowed_paths", constraints().putMetadata("allowed_paths", "/etc")),
        of("forbidden", constraints().putMetadata("forbidden", LONG_NAME)),
        of("agents", deliberation("T-7").clearAgents()),
        of("agents", deliberation("T-7").addAgents(agent("agent-dev-001"))),
        of("agents", deliberation("T-7").addAllAgents(agents(14))),
        of("agents[1].id", deliberation("T-7").setAgents(1, agent(""))),
        of("agents[0].role", deliberation("T-7").setAgents(0, agent("a").setRole(""))),
        of("agents[2].model", deliberation("T-7").setAgents(2, agent("a").setModel(""))),
        of("agents[2].model", deliberation("T-7").setAgents(2, agent("a").setModel(LONG_NAME))),
        of(
            "agents[0].prompt_template",
            deliberation("T-7").setAgents(0, agent("a").setPromptTemplate("You are a {role}"))),
        of(
            "agents[0].prompt_template",
            deliberation("T-7").setAgents(0, agent("a").setPromptTemplate("wordy"))),
        of("vllm_url", deliberation("T-7").setVllmUrl("")),
        of("vllm_url", deliberation("T-7").setVllmUrl(ELSEWHERE)),
        of("vllm_url", deliberation("T-7").setVllmUrl(LONG_WAY)),
        of("vllm_model", deliberation("T-7").setVllmModel("")),
        of("vllm_model", deliberation("T-7").setVllmModel(LONG_NAME)));
  }

  static Stream<Arguments> reviews() {
    return Stream.of(
        of("task_id", reviewed().setTaskId("")),
        of("task_description", reviewed().setTaskDescription("")),
        of("role", reviewed().setRole("")),
        of("role", reviewed().setRole("DEVOPS")),
        of("constraints.story_id", reviewed().clearConstraints()),
        of("constraints.story_id", reviewConstraints().setStoryId("s-card")),
        of("constraints.timeout_seconds", reviewConstraints().setTimeoutSeconds(-1)),
        of("constraints.max_retries", reviewConstraints().setMaxRetries(-1)),
        of("agents", reviewed().clearAgents()),
        of("agents[0].model", reviewed().setAgents(0, agent("a").setModel(" "))),
        of("vllm_url", reviewed().setVllmUrl("")),
        of("vllm_url", reviewed().setVllmUrl(ELSEWHERE)),
        of("vllm_model", reviewed().setVllmModel("")));
  }

  static Stream<Arguments> tasks() {
    return Stream.of(
        of("task_id", task("")),
        of("task_id", task(LONG_TASK)),
        of("task_description", task("T-7").setTaskDescription("")),
        of("role", task("T-7").setRole("cook")),
        of("constraints.story_id", task("T-7").clearConstraints()),
        of("constraints.plan_id", task("T-7").setConstraints(constraints().setPlanId(""))),
        of(
            "constraints.timeout_seconds",
            task("T-7").setConstraints(constraints().setTimeoutSeconds(-1))),
        of("constraints.max_retries", task("T-7").setConstraints(constraints().setMaxRetries(-1))),
        of("agent.id", task("T-7").clearAgent()),
        of("agent.role", task("T-7").setAgent(agent("a").setRole(""))),
        of("agent.model", task("T-7").setAgent(agent("a").setModel(""))),
        of("agent.prompt_template", task("T-7").setAgent(agent("a").setPromptTemplate("wordy"))),
        of("context", task("T-7").setContext(LONG_TEXT)),
        of("vllm_url", task("T-7").setVllmUrl(ELSEWHERE)),
        of("vllm_url", task("T-7").setVllmUrl(LONG_WAY)),
        of("vllm_model", task("T-7").setVllmModel(LONG_NAME)));
  }

  static Stream<Arguments> proposals() {
    return Stream.of(
        of("task_id", proposal("")),
        of("task_description", proposal("T-7").setTaskDescription("")),
        of("role", proposal("T-7").setRole("")),
        of("agent.id", proposal("T-7").clearAgent()),
        of("agent.role", proposal("T-7").setAgent(agent("a").setRole("cook"))),
        of("agent.model", proposal("T-7").setAgent(agent("a").setModel(""))),
        of("context", proposal("T-7").setContext(LONG_TEXT)),
        of("timeout_seconds", proposal("T-7").setTimeoutSeconds(-1)),
        of("timeout_seconds", proposal("T-7").setTimeoutSeconds(Integer.MAX_VALUE)));
  }

  private static ExecuteBacklogReviewDeliberationRequest.Builder reviewed() {
    return review("1", "s-cart");
  }

  private static BacklogReviewTaskConstraints.Builder reviewConstraints() {
    return BacklogReviewTaskConstraints.newBuilder().setStoryId("s-cart");
  }

  private static List<Agent> agents(int count) {
    return Stream.iterate(101, number -> number + 1)
        .limit(count)
        .map(number -> agent("agent-dev-" + number).build())
        .toList();
  }

  private static Arguments of(String field, TaskConstraints.Builder constraints) {
    return of(field, deliberation("T-7").setConstraints(constraints));
  }

  private static Arguments of(String field, BacklogReviewTaskConstraints.Builder constraints) {
    return of(field, reviewed().setConstraints(constraints));
  }

  private static Arguments of(String field, Message.Builder request) {
    return Arguments.of(field, request.build());
  }

  @ParameterizedTest
  @MethodSource("deliberations")
  void ofADeliberation(String field, ExecuteDeliberationRequest request) {
    namesTheFieldAndChangesNothing(field, () -> as(anybody, stub).executeDeliberation(request));
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void ofAReview(String field, ExecuteBacklogReviewDeliberationRequest request) {
    namesTheFieldAndChangesNothing(
        field, () -> as(anybody, stub).executeBacklogReviewDeliberation(request));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void ofATask(String field, ExecuteTaskRequest request) {
    namesTheFieldAndChangesNothing(field, () -> as(anybody, stub).executeTask(request));
  }

  @ParameterizedTest
  @MethodSource("proposals")
  void ofAProposal(String field, GenerateProposalRequest request) {
    namesTheFieldAndChangesNothing(field, () -> as(anybody, stub).generateProposal(request));
  }

  private void namesTheFieldAndChangesNothing(String field, Supplier<Message> call) {
    StatusRuntimeException refusal = refusal(call);

    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(fields(refusal)).containsExactly(field);
    assertThat(refusal.getStatus().getDescription()).hasSizeLessThan(1_000);
    assertThat(kept.deliberations.open()).isEmpty();
    assertThat(stats().getTotalDeliberations()).isZero();
  }

  @Test
  void namesTheServersThatMayBeAsked() {
    StatusRuntimeException refusal =
        refusal(
            () ->
                executor.executeDeliberation(
                    deliberation("T-7").setVllmUrl("http://gpu-3:8000").build()));

    assertThat(refusal.getStatus().getDescription())
        .contains("http://gpu-3:8000", SERVER, ExecutorOnMemory.SECOND_SERVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"T-7", "ceremony-1:role-QA", "ceremony-1:story-s-cart", "story-s-cart:role-QA"})
  void namesTheFormOfAReview(String task) {
    StatusRuntimeException refusal =
        refusal(
            () ->
                as(PAULA, stub)
                    .executeBacklogReviewDeliberation(reviewed().setTaskId(task).build()));

    assertThat(fields(refusal)).containsExactly("task_id");
    assertThat(refusal.getStatus().getDescription()).contains("ceremony-{id}:story-{id}:role-");
  }

  private static List<String> fields(StatusRuntimeException refusal) {
    return StatusProto.fromThrowable(refusal).getDetailsList().stream()
        .filter(detail -> detail.is(BadRequest.class))
        .flatMap(detail -> unpacked(detail).getFieldViolationsList().stream())
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  private static BadRequest unpacked(Any detail) {
    try {
      return detail.unpack(BadRequest.class);
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }
}
