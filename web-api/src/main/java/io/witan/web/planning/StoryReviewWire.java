package io.witan.web.planning;

import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.ReviewVerdict;
import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.StoryReview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backlog review knows about one story.
 *
 * @param status PENDING, APPROVED or REJECTED
 * @param missing the roles whose feedback is waited for
 * @param councils who was asked
 * @param feedback what was said, in the order in which it came
 * @param plan what the feedback adds up to
 */
public record StoryReviewWire(
    String storyId,
    String status,
    List<String> missing,
    List<CouncilWire> councils,
    List<SaidWire> feedback,
    Optional<ReviewPlanWire> plan,
    Optional<VerdictWire> decision) {

  /**
   * A council that was asked.
   *
   * @param status OPEN, ANSWERED or FAILED
   * @param failure why nothing came of it
   */
  public record CouncilWire(
      String role, Optional<String> deliberationId, String status, Optional<String> failure) {

    static CouncilWire from(StoryReview review, Inquiry inquiry) {
      boolean open = inquiry.deliberation().filter(review.openInquiries()::contains).isPresent();
      String answered = open ? "OPEN" : "ANSWERED";
      return new CouncilWire(
          inquiry.role().name(),
          inquiry.deliberation(),
          inquiry.failure().isPresent() ? "FAILED" : answered,
          inquiry.failure());
    }
  }

  /** What one agent said; without a deliberation, it came from outside. */
  public record SaidWire(
      String role,
      String agentId,
      Optional<String> deliberationId,
      String text,
      List<String> recommendations,
      Instant reviewedAt) {

    static SaidWire from(Opinion opinion) {
      return new SaidWire(
          opinion.role().name(),
          opinion.author(),
          opinion.deliberation(),
          opinion.text(),
          opinion.advice().recommendations(),
          opinion.at());
    }
  }

  /**
   * What the product owner decided.
   *
   * @param planId of the plan that was made of it, when it was approved
   * @param reason why it was rejected
   */
  public record VerdictWire(
      String decidedBy,
      Instant decidedAt,
      Optional<String> planId,
      Optional<String> poNotes,
      Optional<String> poConcerns,
      Optional<String> priorityAdjustment,
      Optional<String> poPriorityReason,
      Optional<String> reason) {

    static VerdictWire from(ReviewVerdict verdict) {
      Optional<Approved> approved =
          Optional.of(verdict).filter(Approved.class::isInstance).map(Approved.class::cast);
      Optional<PriorityAdjustment> priority = approved.flatMap(yes -> yes.approval().priority());
      return new VerdictWire(
          verdict.by().value(),
          verdict.at(),
          approved.map(yes -> yes.plan().value()),
          approved.map(yes -> yes.approval().notes()),
          approved.map(yes -> yes.approval().concerns()).filter(words -> !words.isEmpty()),
          priority.map(adjusted -> adjusted.to().name()),
          priority.map(PriorityAdjustment::reason),
          verdict instanceof Rejected no ? Optional.of(no.reason()) : Optional.empty());
    }
  }

  static StoryReviewWire from(StoryReview review) {
    return new StoryReviewWire(
        review.story().value(),
        review.status().name(),
        review.missing().stream().map(Enum::name).toList(),
        review.inquiries().stream().map(one -> CouncilWire.from(review, one)).toList(),
        review.opinions().stream().map(SaidWire::from).toList(),
        review.preliminary().map(ReviewPlanWire::from),
        review.verdict().map(VerdictWire::from));
  }
}
