package io.witan.grpc.planning;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.CallHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.ApproveDecision;
import io.witan.planning.application.RejectDecision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.StoryId;
import io.witan.proto.planning.v2.ApproveDecisionRequest;
import io.witan.proto.planning.v2.ApproveDecisionResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.RejectDecisionRequest;
import io.witan.proto.planning.v2.RejectDecisionResponse;
import io.witan.shared.Outcome;
import io.witan.shared.Text;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The calls about decisions. */
@Dependent
class DecisionCalls {
  private final ApproveDecision approval;
  private final RejectDecision rejection;

  @Inject
  DecisionCalls(ApproveDecision approval, RejectDecision rejection) {
    this.approval = approval;
    this.rejection = rejection;
  }

  Outcome<ApproveDecisionResponse> approve(ApproveDecisionRequest request) {
    Optional<StoryId> story = Optional.of(new StoryId(request.getStoryId()));
    DecisionId id = new DecisionId(request.getDecisionId());
    return Envelope.command(
        PlanningServiceGrpc.getApproveDecisionMethod(),
        request,
        request.getApprovedBy(),
        Optional.empty(),
        command ->
            approval
                .approve(
                    command, id, story, request.getComment(), CallHeaders.current().contentDigest())
                .onDone(decision -> AnswerHeaders.version(decision.version()))
                .map(
                    decision ->
                        ApproveDecisionResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Decision approved: " + decision.id())
                            .build()));
  }

  Outcome<RejectDecisionResponse> reject(RejectDecisionRequest request) {
    Optional<StoryId> story = Optional.of(new StoryId(request.getStoryId()));
    DecisionId id = new DecisionId(request.getDecisionId());
    String reason = Text.required("reason", request.getReason(), 20_000);
    return Envelope.command(
        PlanningServiceGrpc.getRejectDecisionMethod(),
        request,
        request.getRejectedBy(),
        Optional.empty(),
        command ->
            rejection
                .reject(command, id, story, reason)
                .onDone(rejected -> AnswerHeaders.version(rejected.thing().version()))
                .map(
                    rejected ->
                        RejectDecisionResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage(
                                "Decision rejected: %s; thought about again in %s"
                                    .formatted(
                                        rejected.thing().id(),
                                        rejected.deliberation().orElse("no deliberation")))
                            .build()));
  }
}
