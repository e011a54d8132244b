package io.witan.it;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.proto.planning.v2.CreateProjectRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.PlanningServiceGrpc.PlanningServiceBlockingStub;
import io.witan.proto.planning.v2.Project;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc.RayExecutorServiceBlockingStub;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc.WorkflowOrchestrationServiceBlockingStub;
import java.util.Optional;

/** A gRPC client of one server, as whoever the token proves or as nobody. */
final class Grpc implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final ManagedChannel channel;

  private Grpc(ManagedChannel channel) {
    this.channel = channel;
  }

  static Grpc at(int port) {
    return new Grpc(ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build());
  }

  /** Creates a project; the message names its owner, or nobody when that is empty. */
  Project createProject(Optional<String> token, String owner) {
    return stub(token)
        .createProject(
            CreateProjectRequest.newBuilder().setName("Over gRPC").setOwner(owner).build())
        .getProject();
  }

  /** The planning service, as whoever the token proves. */
  PlanningServiceBlockingStub planning(String token) {
    return stub(Optional.of(token));
  }

  /** The workflow service, as whoever the token proves. */
  WorkflowOrchestrationServiceBlockingStub workflow(String token) {
    return WorkflowOrchestrationServiceGrpc.newBlockingStub(channel)
        .withInterceptors(bearing(Optional.of(token)));
  }

  /** The orchestrator service, as whoever the token proves. */
  OrchestratorServiceBlockingStub orchestrator(String token) {
    return OrchestratorServiceGrpc.newBlockingStub(channel)
        .withInterceptors(bearing(Optional.of(token)));
  }

  /** The Ray executor service, as whoever the token proves. */
  RayExecutorServiceBlockingStub executor(String token) {
    return RayExecutorServiceGrpc.newBlockingStub(channel)
        .withInterceptors(bearing(Optional.of(token)));
  }

  private PlanningServiceBlockingStub stub(Optional<String> token) {
    return PlanningServiceGrpc.newBlockingStub(channel).withInterceptors(bearing(token));
  }

  private static ClientInterceptor bearing(Optional<String> token) {
    Metadata headers = new Metadata();
    token.ifPresent(secret -> headers.put(AUTHORIZATION, "Bearer " + secret));
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
