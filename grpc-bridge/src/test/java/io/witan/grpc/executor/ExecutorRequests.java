package io.witan.grpc.executor;

import io.witan.proto.ray_executor.v1.Agent;
import io.witan.proto.ray_executor.v1.BacklogReviewTaskConstraints;
import io.witan.proto.ray_executor.v1.ExecuteBacklogReviewDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteTaskRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.TaskConstraints;

/** Requests that are in order. */
public final class ExecutorRequests {
  static final String SERVER = "http://gpu-1:8000";
  static final String MODEL = "Qwen/Qwen3-0.6B";
  private static final String TEXT = "Keep the cart\nIt is lost at logout.";

  private ExecutorRequests() {}

  static Agent.Builder agent(String id) {
    return Agent.newBuilder().setId(id).setRole("DEV").setModel(MODEL);
  }

  static TaskConstraints.Builder constraints() {
    return TaskConstraints.newBuilder().setStoryId("s-cart").setPlanId("PL-9");
  }

  /** Of three agents. */
  public static ExecuteDeliberationRequest.Builder deliberation(String task) {
    return ExecuteDeliberationRequest.newBuilder()
        .setTaskId(task)
        .setTaskDescription(TEXT)
        .setRole("DEV")
        .setConstraints(constraints())
        .addAgents(agent("agent-dev-001"))
        .addAgents(agent("agent-dev-002"))
        .addAgents(agent("agent-dev-003"))
        .setVllmUrl(SERVER)
        .setVllmModel(MODEL);
  }

  /** By QA. */
  public static ExecuteBacklogReviewDeliberationRequest.Builder review(
      String ceremony, String story) {
    return ExecuteBacklogReviewDeliberationRequest.newBuilder()
        .setTaskId("ceremony-%s:story-%s:role-QA".formatted(ceremony, story))
        .setTaskDescription(TEXT)
        .setRole("QA")
        .setConstraints(BacklogReviewTaskConstraints.newBuilder().setStoryId(story))
        .addAgents(agent("agent-qa-001").setRole("QA"))
        .setVllmUrl(SERVER)
        .setVllmModel(MODEL);
  }

  public static ExecuteTaskRequest.Builder task(String task) {
    return ExecuteTaskRequest.newBuilder()
        .setTaskId(task)
        .setTaskDescription(TEXT)
        .setRole("DEV")
        .setConstraints(constraints())
        .setAgent(agent("agent-dev-001"))
        .setContext("The cart is a cookie.");
  }

  public static GenerateProposalRequest.Builder proposal(String task) {
    return GenerateProposalRequest.newBuilder()
        .setTaskId(task)
        .setTaskDescription(TEXT)
        .setRole("DEV")
        .setAgent(agent("agent-dev-001"))
        .setContext("The cart is a cookie.");
  }
}
