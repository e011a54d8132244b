package io.witan.grpc.planning;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.PlanPreliminary;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewVerdict;
import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.planning.domain.TaskDecision;
import io.witan.proto.planning.v2.BacklogReviewCeremony;
import io.witan.proto.planning.v2.StoryReviewResult;
import java.util.List;
import java.util.stream.Stream;

/** Ceremonies as they travel. */
final class CeremonyMessages {
  private CeremonyMessages() {}

  static BacklogReviewCeremony from(Ceremony ceremony) {
    BacklogReviewCeremony.Builder message =
        BacklogReviewCeremony.newBuilder()
            .setCeremonyId(ceremony.id().value())
            .addAllStoryIds(ceremony.stories().stream().map(StoryId::value).toList())
            .setStatus(ceremony.status().name())
            .addAllReviewResults(results(ceremony))
            .setCreatedBy(ceremony.createdBy().value())
            .setCreatedAt(ceremony.createdAt().toString())
            .setUpdatedAt(ceremony.updatedAt().toString());
    ceremony.startedAt().ifPresent(at -> message.setStartedAt(at.toString()));
    ceremony.completedAt().ifPresent(at -> message.setCompletedAt(at.toString()));
    return message.build();
  }

  /** A story has a result as soon as there is something to tell. */
  private static List<StoryReviewResult> results(Ceremony ceremony) {
    return ceremony.reviews().stream()
        .filter(review -> !review.opinions().isEmpty() || failures(review).findAny().isPresent())
        .map(CeremonyMessages::from)
        .toList();
  }

  private static StoryReviewResult from(StoryReview review) {
    StoryReviewResult.Builder message =
        StoryReviewResult.newBuilder()
            .setStoryId(review.story().value())
            .setArchitectFeedback(review.feedback(ReviewRole.ARCHITECT))
            .setQaFeedback(review.feedback(ReviewRole.QA))
            .setDevopsFeedback(review.feedback(ReviewRole.DEVOPS))
            .addAllRecommendations(recommendations(review).toList())
            .setApprovalStatus(review.status().name());
    review.preliminary().ifPresent(plan -> message.setPlanPreliminary(from(plan)));
    review.reviewedAt().ifPresent(at -> message.setReviewedAt(at.toString()));
    review.verdict().ifPresent(verdict -> add(message, verdict));
    return message.build();
  }

  /** The message has no field for a council that failed; nobody is to overlook it. */
  private static Stream<String> recommendations(StoryReview review) {
    Stream<String> said =
        review.opinions().stream()
            .map(Opinion::advice)
            .flatMap(advice -> advice.recommendations().stream())
            .distinct();
    return Stream.concat(
        said,
        failures(review)
            .map(
                inquiry ->
                    "No feedback of the council of %s: %s"
                        .formatted(inquiry.role(), inquiry.failure().orElseThrow())));
  }

  private static Stream<Inquiry> failures(StoryReview review) {
    return review.inquiries().stream().filter(inquiry -> inquiry.failure().isPresent());
  }

  private static io.witan.proto.planning.v2.PlanPreliminary from(PlanPreliminary plan) {
    return io.witan.proto.planning.v2.PlanPreliminary.newBuilder()
        .setTitle(plan.title())
        .setDescription(plan.description())
        .addAllAcceptanceCriteria(plan.acceptanceCriteria())
        .setTechnicalNotes(plan.technicalNotes())
        .addAllRoles(plan.roles().stream().map(Enum::name).toList())
        .setEstimatedComplexity(plan.complexity().name())
        .addAllDependencies(plan.dependencies())
        .addAllTasksOutline(plan.decisions().stream().map(TaskDecision::description).toList())
        .addAllTaskDecisions(plan.decisions().stream().map(CeremonyMessages::from).toList())
        .build();
  }

  private static io.witan.proto.planning.v2.TaskDecision from(TaskDecision decision) {
    return io.witan.proto.planning.v2.TaskDecision.newBuilder()
        .setTaskDescription(decision.description())
        .setDecidedBy(decision.decidedBy().name())
        .setDecisionReason(decision.reason())
        .setCouncilFeedback(decision.councilFeedback())
        .setTaskIndex(decision.index())
        .setDecidedAt(decision.at().toString())
        .build();
  }

  private static void add(StoryReviewResult.Builder message, ReviewVerdict verdict) {
    if (verdict instanceof Rejected rejected) {
      message
          .setRejectedBy(rejected.by().value())
          .setRejectedAt(rejected.at().toString())
          .setRejectionReason(rejected.reason());
      return;
    }
    Approved approved = (Approved) verdict;
    message
        .setApprovedBy(approved.by().value())
        .setApprovedAt(approved.at().toString())
        .setPoNotes(approved.approval().notes());
    if (!approved.approval().concerns().isEmpty()) {
      message.setPoConcerns(approved.approval().concerns());
    }
    approved
        .approval()
        .priority()
        .ifPresent(
            adjusted ->
                message
                    .setPriorityAdjustment(adjusted.to().name())
                    .setPoPriorityReason(adjusted.reason()));
  }
}
