package io.witan.grpc.workflow;

import io.grpc.stub.StreamObserver;
import io.witan.grpc.call.Answers;
import io.witan.proto.workflow.v1.ClaimTaskRequest;
import io.witan.proto.workflow.v1.ClaimTaskResponse;
import io.witan.proto.workflow.v1.GetPendingTasksRequest;
import io.witan.proto.workflow.v1.GetStatsRequest;
import io.witan.proto.workflow.v1.GetWorkflowStateRequest;
import io.witan.proto.workflow.v1.PendingTasksResponse;
import io.witan.proto.workflow.v1.RequestValidationRequest;
import io.witan.proto.workflow.v1.RequestValidationResponse;
import io.witan.proto.workflow.v1.StatsResponse;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc;
import io.witan.proto.workflow.v1.WorkflowStateResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The workflow service, whole. */
@Dependent
public class WorkflowService
    extends WorkflowOrchestrationServiceGrpc.WorkflowOrchestrationServiceImplBase {
  private final StateCalls states;
  private final ActionCalls actions;

  @Inject
  WorkflowService(StateCalls states, ActionCalls actions) {
    this.states = states;
    this.actions = actions;
  }

  @Override
  public void getWorkflowState(
      GetWorkflowStateRequest request, StreamObserver<WorkflowStateResponse> observer) {
    Answers.send(observer, states.get(request));
  }

  @Override
  public void getPendingTasks(
      GetPendingTasksRequest request, StreamObserver<PendingTasksResponse> observer) {
    Answers.send(observer, states.pending(request));
  }

  @Override
  public void getStats(GetStatsRequest request, StreamObserver<StatsResponse> observer) {
    Answers.send(observer, states.stats(request));
  }

  @Override
  public void requestValidation(
      RequestValidationRequest request, StreamObserver<RequestValidationResponse> observer) {
    Answers.send(observer, actions.validate(request));
  }

  @Override
  public void claimTask(ClaimTaskRequest request, StreamObserver<ClaimTaskResponse> observer) {
    Answers.send(observer, actions.claim(request));
  }
}
