package io.witan.grpc.planning;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.CallHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.AddAgentFeedback;
import io.witan.planning.application.AddAgentFeedback.Feedback;
import io.witan.planning.application.ApproveReviewPlan;
import io.witan.planning.application.ApproveReviewPlan.Statement;
import io.witan.planning.application.RejectReviewPlan;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.StoryId;
import io.witan.proto.planning.v2.AddAgentDeliberationRequest;
import io.witan.proto.planning.v2.AddAgentDeliberationResponse;
import io.witan.proto.planning.v2.ApproveReviewPlanRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.RejectReviewPlanRequest;
import io.witan.proto.planning.v2.RejectReviewPlanResponse;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Times;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The calls about one story of a ceremony. */
@Dependent
class ReviewCalls {
  private static final String DOUBLE_ZONE = "+00:00Z";

  private final AddAgentFeedback addition;
  private final ApproveReviewPlan approval;
  private final RejectReviewPlan rejection;

  @Inject
  ReviewCalls(AddAgentFeedback addition, ApproveReviewPlan approval, RejectReviewPlan rejection) {
    this.addition = addition;
    this.approval = approval;
    this.rejection = rejection;
  }

  Outcome<AddAgentDeliberationResponse> add(AddAgentDeliberationRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    StoryId story = new StoryId(request.getStoryId());
    ReviewRole role = ReviewRole.parse("role", request.getRole());
    Optional<Instant> at = time("reviewed_at", request.getReviewedAt());
    return Envelope.command(
        PlanningServiceGrpc.getAddAgentDeliberationMethod(),
        request,
        request.getAgentId(),
        Optional.of(role.role()),
        command ->
            addition
                .add(command, id, story, feedback(command, role, request, at))
                .onDone(ceremony -> AnswerHeaders.version(ceremony.version()))
                .map(
                    ceremony ->
                        AddAgentDeliberationResponse.newBuilder()
                            .setCeremony(CeremonyMessages.from(ceremony))
                            .setSuccess(true)
                            .setMessage("Ceremony is " + ceremony.status())
                            .build()));
  }

  private static Feedback feedback(
      Command command, ReviewRole role, AddAgentDeliberationRequest request, Optional<Instant> at) {
    return new Feedback(
        role, command.actor().id().value(), request.getFeedback(), request.getProposal(), at);
  }

  /** Services of the SWE AI Fleet write an offset and then a Z. */
  private static Optional<Instant> time(String field, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Times.parse(
            field, text.endsWith(DOUBLE_ZONE) ? text.substring(0, text.length() - 1) : text));
  }

  Outcome<ApproveReviewPlanResponse> approve(ApproveReviewPlanRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    StoryId story = new StoryId(request.getStoryId());
    Statement statement =
        new Statement(
            request.getPoNotes(),
            request.getPoConcerns(),
            PriorityAdjustment.parse(
                request.getPriorityAdjustment(), request.getPoPriorityReason()),
            CallHeaders.current().contentDigest());
    return Envelope.command(
        PlanningServiceGrpc.getApproveReviewPlanMethod(),
        request,
        request.getApprovedBy(),
        Optional.empty(),
        command ->
            approval
                .approve(command, id, story, statement)
                .onDone(result -> AnswerHeaders.version(result.ceremony().version()))
                .map(
                    result ->
                        ApproveReviewPlanResponse.newBuilder()
                            .setCeremony(CeremonyMessages.from(result.ceremony()))
                            .setPlanId(result.plan().id().value())
                            .setSuccess(true)
                            .setMessage("Plan approved: " + result.plan().id())
                            .build()));
  }

  Outcome<RejectReviewPlanResponse> reject(RejectReviewPlanRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    StoryId story = new StoryId(request.getStoryId());
    return Envelope.command(
        PlanningServiceGrpc.getRejectReviewPlanMethod(),
        request,
        request.getRejectedBy(),
        Optional.empty(),
        command ->
            rejection
                .reject(command, id, story, request.getRejectionReason())
                .onDone(ceremony -> AnswerHeaders.version(ceremony.version()))
                .map(
                    ceremony ->
                        RejectReviewPlanResponse.newBuilder()
                            .setCeremony(CeremonyMessages.from(ceremony))
                            .setSuccess(true)
                            .setMessage("Plan rejected of " + story)
                            .build()));
  }
}
