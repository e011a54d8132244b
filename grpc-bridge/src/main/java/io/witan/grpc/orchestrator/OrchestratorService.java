package io.witan.grpc.orchestrator;

import io.grpc.stub.StreamObserver;
import io.witan.grpc.call.Answers;
import io.witan.proto.orchestrator.v1.CreateCouncilRequest;
import io.witan.proto.orchestrator.v1.CreateCouncilResponse;
import io.witan.proto.orchestrator.v1.DeleteCouncilRequest;
import io.witan.proto.orchestrator.v1.DeleteCouncilResponse;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import io.witan.proto.orchestrator.v1.DeriveSubtasksRequest;
import io.witan.proto.orchestrator.v1.DeriveSubtasksResponse;
import io.witan.proto.orchestrator.v1.GetCouncilInfoRequest;
import io.witan.proto.orchestrator.v1.GetCouncilInfoResponse;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.GetMetricsRequest;
import io.witan.proto.orchestrator.v1.GetMetricsResponse;
import io.witan.proto.orchestrator.v1.GetStatusRequest;
import io.witan.proto.orchestrator.v1.GetStatusResponse;
import io.witan.proto.orchestrator.v1.GetTaskContextRequest;
import io.witan.proto.orchestrator.v1.GetTaskContextResponse;
import io.witan.proto.orchestrator.v1.ListCouncilsRequest;
import io.witan.proto.orchestrator.v1.ListCouncilsResponse;
import io.witan.proto.orchestrator.v1.OrchestrateRequest;
import io.witan.proto.orchestrator.v1.OrchestrateResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.PlanningEventRequest;
import io.witan.proto.orchestrator.v1.PlanningEventResponse;
import io.witan.proto.orchestrator.v1.RegisterAgentRequest;
import io.witan.proto.orchestrator.v1.RegisterAgentResponse;
import io.witan.proto.orchestrator.v1.UnregisterAgentRequest;
import io.witan.proto.orchestrator.v1.UnregisterAgentResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The orchestrator service. */
@Dependent
public class OrchestratorService extends OrchestratorServiceGrpc.OrchestratorServiceImplBase {
  private final DeliberationCalls deliberations;
  private final CouncilCalls councils;
  private final AgentCalls agents;
  private final StatusCalls status;
  private final MetricsCalls metrics;
  private final ContextCalls contexts;
  private final PlanningEventCalls planningEvents;
  private final SubtaskCalls subtasks;

  @Inject
  OrchestratorService(
      DeliberationCalls deliberations,
      CouncilCalls councils,
      AgentCalls agents,
      StatusCalls status,
      MetricsCalls metrics,
      ContextCalls contexts,
      PlanningEventCalls planningEvents,
      SubtaskCalls subtasks) {
    this.deliberations = deliberations;
    this.councils = councils;
    this.agents = agents;
    this.status = status;
    this.metrics = metrics;
    this.contexts = contexts;
    this.planningEvents = planningEvents;
    this.subtasks = subtasks;
  }

  @Override
  public void deliberate(DeliberateRequest request, StreamObserver<DeliberateResponse> observer) {
    Answers.send(observer, deliberations.deliberate(request));
  }

  @Override
  public void deliberateForBacklogReview(
      DeliberateRequest request, StreamObserver<DeliberateResponse> observer) {
    Answers.send(observer, deliberations.review(request));
  }

  @Override
  public void orchestrate(
      OrchestrateRequest request, StreamObserver<OrchestrateResponse> observer) {
    Answers.send(observer, deliberations.orchestrate(request));
  }

  @Override
  public void streamDeliberation(
      DeliberateRequest request, StreamObserver<DeliberationUpdate> observer) {
    Answers.end(observer, deliberations.stream(request, observer::onNext));
  }

  @Override
  public void getDeliberationResult(
      GetDeliberationResultRequest request,
      StreamObserver<GetDeliberationResultResponse> observer) {
    Answers.send(observer, deliberations.result(request));
  }

  @Override
  public void createCouncil(
      CreateCouncilRequest request, StreamObserver<CreateCouncilResponse> observer) {
    Answers.send(observer, councils.create(request));
  }

  @Override
  public void listCouncils(
      ListCouncilsRequest request, StreamObserver<ListCouncilsResponse> observer) {
    Answers.send(observer, councils.list(request));
  }

  @Override
  public void getCouncilInfo(
      GetCouncilInfoRequest request, StreamObserver<GetCouncilInfoResponse> observer) {
    Answers.send(observer, councils.get(request));
  }

  @Override
  public void deleteCouncil(
      DeleteCouncilRequest request, StreamObserver<DeleteCouncilResponse> observer) {
    Answers.send(observer, councils.delete(request));
  }

  @Override
  public void registerAgent(
      RegisterAgentRequest request, StreamObserver<RegisterAgentResponse> observer) {
    Answers.send(observer, agents.register(request));
  }

  @Override
  public void unregisterAgent(
      UnregisterAgentRequest request, StreamObserver<UnregisterAgentResponse> observer) {
    Answers.send(observer, agents.unregister(request));
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> observer) {
    observer.onNext(status.get(request));
    observer.onCompleted();
  }

  @Override
  public void getMetrics(GetMetricsRequest request, StreamObserver<GetMetricsResponse> observer) {
    Answers.send(observer, metrics.get(request));
  }

  @Override
  public void getTaskContext(
      GetTaskContextRequest request, StreamObserver<GetTaskContextResponse> observer) {
    Answers.send(observer, contexts.get(request));
  }

  @Override
  public void processPlanningEvent(
      PlanningEventRequest request, StreamObserver<PlanningEventResponse> observer) {
    Answers.send(observer, planningEvents.process(request));
  }

  @Override
  public void deriveSubtasks(
      DeriveSubtasksRequest request, StreamObserver<DeriveSubtasksResponse> observer) {
    Answers.send(observer, subtasks.derive(request));
  }
}
