package io.witan.web.planning;

import io.witan.planning.application.ApproveReviewPlan.Statement;
import io.witan.planning.domain.PriorityAdjustment;
import java.util.Objects;
import java.util.Optional;

/**
 * A yes to what a review found.
 *
 * @param poNotes why
 * @param poConcerns what remains open; may be absent
 * @param priorityAdjustment HIGH, MEDIUM or LOW; may be absent
 * @param poPriorityReason why the priority is another; needed with it
 * @param contentDigest of what was looked at; when absent, the current content is meant
 */
public record ReviewApprovalWire(
    String poNotes,
    String poConcerns,
    String priorityAdjustment,
    String poPriorityReason,
    String contentDigest) {

  Statement toDomain() {
    return new Statement(
        poNotes,
        text(poConcerns),
        PriorityAdjustment.parse(text(priorityAdjustment), text(poPriorityReason)),
        Optional.ofNullable(contentDigest).filter(digest -> !digest.isBlank()));
  }

  private static String text(String given) {
    return Objects.requireNonNullElse(given, "");
  }
}
