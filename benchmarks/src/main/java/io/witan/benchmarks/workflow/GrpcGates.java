package io.witan.benchmarks.workflow;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.witan.proto.workflow.v1.RequestValidationRequest;
import io.witan.proto.workflow.v1.RequestValidationResponse;
import io.witan.proto.workflow.v1.WorkResult;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc.WorkflowOrchestrationServiceBlockingStub;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;

/** The running stack's gRPC services, all clients on one channel. */
final class GrpcGates implements Gates {
  private final RunningTasks tasks;
  private final ManagedChannel channel;
  private final WorkflowOrchestrationServiceBlockingStub developer;
  private final WorkflowOrchestrationServiceBlockingStub judge;

  GrpcGates(int port, RunningTasks tasks) {
    this.tasks = tasks;
    this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    this.developer = as(Role.DEVELOPER);
    this.judge = as(Role.QA);
  }

  private WorkflowOrchestrationServiceBlockingStub as(Role role) {
    Metadata token = new Metadata();
    token.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + tasks.of(role).token());
    return WorkflowOrchestrationServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token));
  }

  @Override
  public String name() {
    return "Witan, gRPC";
  }

  @Override
  public List<String> begin(int count) {
    return tasks.begin(count);
  }

  @Override
  public String act(String task, Step step) {
    RequestValidationResponse answer =
        (step.role() == Role.DEVELOPER ? developer : judge)
            .requestValidation(
                RequestValidationRequest.newBuilder()
                    .setTaskId(task)
                    .setRole(step.role().wire())
                    .setAction(step.name())
                    .setResult(
                        WorkResult.newBuilder().setSuccess(true).putAllArtifacts(step.artifacts()))
                    .build());
    if (!answer.getStatus().equals("accepted")) {
      throw new IllegalStateException(answer.getMessage());
    }
    return answer.getCurrentState();
  }

  @Override
  public Map<String, Long> kept(String task) {
    return tasks.kept(task);
  }

  @Override
  public Map<String, Long> processes() {
    return tasks.processes();
  }

  @Override
  public void settle() throws InterruptedException {
    tasks.settle();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
