package io.witan.grpc.orchestrator;

import io.grpc.stub.StreamObserver;
import io.witan.grpc.call.Answers;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.GetStatusRequest;
import io.witan.proto.orchestrator.v1.GetStatusResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The orchestrator service; RPCs that are not here answer UNIMPLEMENTED. */
@Dependent
public class OrchestratorService extends OrchestratorServiceGrpc.OrchestratorServiceImplBase {
  private final DeliberationCalls deliberations;
  private final StatusCalls status;

  @Inject
  OrchestratorService(DeliberationCalls deliberations, StatusCalls status) {
    this.deliberations = deliberations;
    this.status = status;
  }

  @Override
  public void deliberate(DeliberateRequest request, StreamObserver<DeliberateResponse> observer) {
    Answers.send(observer, deliberations.deliberate(request));
  }

  @Override
  public void getDeliberationResult(
      GetDeliberationResultRequest request,
      StreamObserver<GetDeliberationResultResponse> observer) {
    Answers.send(observer, deliberations.result(request));
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> observer) {
    observer.onNext(status.get());
    observer.onCompleted();
  }
}
