package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.DispatchPlan;
import io.witan.deliberation.application.DispatchPlan.ApprovedPlan;
import io.witan.deliberation.domain.Dispatch;
import io.witan.grpc.call.Envelope;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.PlanningEventRequest;
import io.witan.proto.orchestrator.v1.PlanningEventResponse;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events of planning that are handed over by a call. An approved plan goes to the councils of the
 * roles in {@code metadata["roles"]}, with commas between; a story that has moved starts nothing.
 */
@Dependent
class PlanningEventCalls {
  private static final Set<String> APPROVED = Set.of("planning.plan.approved", "plan.approved");
  private static final Set<String> MOVED =
      Set.of("planning.story.transitioned", "story.transitioned");

  private final DispatchPlan dispatch;

  @Inject
  PlanningEventCalls(DispatchPlan dispatch) {
    this.dispatch = dispatch;
  }

  Outcome<PlanningEventResponse> process(PlanningEventRequest request) {
    return Envelope.command(
        OrchestratorServiceGrpc.getProcessPlanningEventMethod(),
        request,
        command -> process(command, request));
  }

  private Outcome<PlanningEventResponse> process(Command command, PlanningEventRequest request) {
    String type = request.getEventType();
    if (MOVED.contains(type)) {
      return Outcome.done(answer("noted: a story that has moved starts nothing").build());
    }
    if (!APPROVED.contains(type)) {
      throw new InvalidValue(
          "event_type", type, "planning.plan.approved or planning.story.transitioned");
    }
    ApprovedPlan plan = new ApprovedPlan(request.getPlanId(), request.getCaseId(), roles(request));
    return dispatch.dispatch(command, plan).map(PlanningEventCalls::dispatched);
  }

  private static List<String> roles(PlanningEventRequest request) {
    return Stream.of(request.getMetadataOrDefault("roles", "").split(",", -1))
        .map(String::strip)
        .filter(role -> !role.isEmpty())
        .toList();
  }

  private static PlanningEventResponse dispatched(Dispatch dispatch) {
    String asked =
        "%d of %d councils were asked".formatted(dispatch.successful(), dispatch.total());
    String failures =
        dispatch.results().stream()
            .flatMap(one -> one.error().map(why -> one.role() + ": " + why).stream())
            .collect(Collectors.joining("; "));
    return answer(failures.isEmpty() ? asked : asked + "; " + failures)
        .addAllDerivedTaskIds(
            dispatch.results().stream()
                .flatMap(one -> one.deliberation().stream())
                .map(id -> id.value())
                .toList())
        .build();
  }

  private static PlanningEventResponse.Builder answer(String message) {
    return PlanningEventResponse.newBuilder().setProcessed(true).setMessage(message);
  }
}
