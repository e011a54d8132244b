package io.witan.planning.domain;

import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * How a story is to be built, proposed by a council and decided by a product owner, once.
 *
 * @param deliberation the id of the deliberation that it won, or of the ceremony that it came out
 *     of
 */
public record Plan(
    PlanId id,
    StoryId story,
    String deliberation,
    PlanContent content,
    PlanStatus status,
    Optional<PlanDecision> decision,
    Instant createdAt,
    long version) {

  public static Change<Plan, PlanEvent> propose(
      StoryId story, String deliberation, PlanContent content, IdSource ids, Instant at) {
    Plan plan =
        new Plan(
            PlanId.next(ids),
            story,
            deliberation,
            content,
            PlanStatus.PROPOSED,
            Optional.empty(),
            at,
            1);
    return new Change<>(plan, new PlanEvent.PlanProposed(plan.id, story, deliberation, at));
  }

  /**
   * A name for the plan that an approval in a backlog review will make.
   *
   * @see #ofReview
   */
  public static PlanId nextId(IdSource ids) {
    return PlanId.next(ids);
  }

  /** What a backlog review found, approved there: it is decided from the start. */
  public static Change<Plan, PlanEvent> ofReview(
      PlanId id, StoryId story, PlanContent content, boolean digestStated, ReviewOrigin origin) {
    ReviewApproval approval = origin.approval();
    PlanDecision decision = new PlanDecision(approval.by(), approval.at(), approval.notes());
    Plan plan =
        new Plan(
            id,
            story,
            origin.ceremony().value(),
            content,
            PlanStatus.APPROVED,
            Optional.of(decision),
            approval.at(),
            1);
    return new Change<>(
        plan,
        new PlanEvent.PlanApproved(
            id, story, decision, digestStated, content, Optional.of(origin)));
  }

  /**
   * Approves it.
   *
   * @param shown the digest of what the approver saw; absent means what is current
   */
  public Outcome<Change<Plan, PlanEvent>> approve(Optional<String> shown, PlanDecision decision) {
    if (shown.isPresent() && !shown.get().equals(content.digest())) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.STALE_VERSION,
              "plan %s is not what you were shown: read it again, then decide".formatted(id)));
    }
    return decide(
        PlanStatus.APPROVED,
        decision,
        new PlanEvent.PlanApproved(
            id, story, decision, shown.isPresent(), content, Optional.empty()));
  }

  /** Rejects it. The note of the decision says why. */
  public Outcome<Change<Plan, PlanEvent>> reject(PlanDecision decision) {
    if (decision.note().isBlank()) {
      return Outcome.refused(Refusal.invalid("reason", "", "why the plan is rejected"));
    }
    return decide(PlanStatus.REJECTED, decision, new PlanEvent.PlanRejected(id, story, decision));
  }

  private Outcome<Change<Plan, PlanEvent>> decide(
      PlanStatus verdict, PlanDecision decision, PlanEvent event) {
    if (status != PlanStatus.PROPOSED) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ILLEGAL_TRANSITION,
              "plan %s cannot become %s while %s; legal: nothing, it is decided"
                  .formatted(id, verdict, status)));
    }
    Plan decided =
        new Plan(
            id,
            story,
            deliberation,
            content,
            verdict,
            Optional.of(decision),
            createdAt,
            version + 1);
    return Outcome.done(new Change<>(decided, event));
  }
}
