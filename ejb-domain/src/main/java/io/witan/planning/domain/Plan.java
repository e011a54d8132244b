package io.witan.planning.domain;

import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * How a story is to be built, proposed by a council and decided by a product owner, once. A newer
 * version takes the place of one that waits for its decision.
 *
 * @param number which version it is of the story's plans, from 1
 * @param deliberation the id of the deliberation that it won, or of the ceremony that it came out
 *     of
 */
public record Plan(
    PlanId id,
    StoryId story,
    int number,
    String deliberation,
    PlanContent content,
    PlanStatus status,
    Optional<PlanDecision> decision,
    Instant createdAt,
    long version) {

  /**
   * The next version of a story's plan.
   *
   * @param number which version it is, from 1
   */
  public static Change<Plan, PlanEvent> propose(
      StoryId story,
      int number,
      String deliberation,
      PlanContent content,
      IdSource ids,
      Instant at) {
    Plan plan =
        new Plan(
            PlanId.next(ids),
            story,
            number,
            deliberation,
            content,
            PlanStatus.PROPOSED,
            Optional.empty(),
            at,
            1);
    return new Change<>(plan, new PlanEvent.PlanProposed(plan.id, story, number, deliberation, at));
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
      PlanId id,
      StoryId story,
      int number,
      PlanContent content,
      boolean digestStated,
      ReviewOrigin origin) {
    ReviewApproval approval = origin.approval();
    PlanDecision decision = new PlanDecision(approval.by(), approval.at(), approval.notes());
    Plan plan =
        new Plan(
            id,
            story,
            number,
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
    return ContentDigest.isCurrent("plan " + id, content.digest(), shown)
        .then(current -> approve(decision, shown.isPresent()));
  }

  private Outcome<Change<Plan, PlanEvent>> approve(PlanDecision decision, boolean stated) {
    return decide(
        PlanStatus.APPROVED,
        decision,
        new PlanEvent.PlanApproved(id, story, decision, stated, content, Optional.empty()));
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
    return Outcome.done(new Change<>(with(verdict, Optional.of(decision)), event));
  }

  /** Gives way to a newer version; absent when it was decided already. */
  public Optional<Change<Plan, PlanEvent>> supersede(PlanId newer, Instant at) {
    return status == PlanStatus.PROPOSED
        ? Optional.of(
            new Change<>(
                with(PlanStatus.SUPERSEDED, decision),
                new PlanEvent.PlanSuperseded(id, story, newer, at)))
        : Optional.empty();
  }

  private Plan with(PlanStatus how, Optional<PlanDecision> decided) {
    return new Plan(id, story, number, deliberation, content, how, decided, createdAt, version + 1);
  }
}
