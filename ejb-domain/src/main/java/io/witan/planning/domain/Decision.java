package io.witan.planning.domain;

import io.witan.planning.domain.DecisionEvent.DecisionApproved;
import io.witan.planning.domain.DecisionEvent.DecisionProposed;
import io.witan.planning.domain.DecisionEvent.DecisionRejected;
import io.witan.planning.domain.DecisionEvent.DecisionSuperseded;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about a story, out of which options and why.
 *
 * <p>Somebody proposes it, a product owner approves or rejects it, once. One that is approved may
 * take the place of another of the same story, which then holds no more. The approval of a plan is
 * one as well.
 *
 * @param plan the plan that it is about, if it is about one
 * @param affects the tasks that it bears on
 * @param supersedes whose place it takes when it is approved
 * @param ruling absent while it waits
 */
public record Decision(
    DecisionId id,
    StoryId story,
    Optional<PlanId> plan,
    List<TaskId> affects,
    DecisionText text,
    Optional<DecisionId> supersedes,
    DecisionStatus status,
    ActorId proposedBy,
    Optional<Ruling> ruling,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Decision {
    affects = List.copyOf(affects);
  }

  /** What a decision is about, beside its story. */
  public record Scope(
      StoryId story, Optional<PlanId> plan, List<TaskId> affects, Optional<DecisionId> supersedes) {
    public Scope {
      affects = List.copyOf(affects);
    }
  }

  public static Change<Decision, DecisionEvent> propose(
      Scope scope, DecisionText text, ActorId by, IdSource ids, Instant at) {
    Decision decision =
        new Decision(
            DecisionId.next(ids),
            scope.story(),
            scope.plan(),
            scope.affects(),
            text,
            scope.supersedes(),
            DecisionStatus.PROPOSED,
            by,
            Optional.empty(),
            at,
            at,
            1);
    return new Change<>(
        decision, new DecisionProposed(decision.id, scope.story(), scope.plan(), text, by, at));
  }

  /** SHA-256 (hex) of what it says and bears on: an approval holds for exactly this. */
  public String digest() {
    return new ContentDigest()
        .text(story.value())
        .text(plan.map(PlanId::value).orElse(""))
        .list(affects, (digest, task) -> digest.text(task.value()))
        .text(supersedes.map(DecisionId::value).orElse(""))
        .text(text.title())
        .list(text.options(), ContentDigest::text)
        .text(text.chosen())
        .text(text.rationale())
        .hex();
  }

  /**
   * Approves it.
   *
   * @param shown the digest of what the approver saw; absent means what is current
   */
  public Outcome<Change<Decision, DecisionEvent>> approve(Optional<String> shown, Ruling ruling) {
    return ContentDigest.isCurrent("decision " + id, digest(), shown)
        .then(
            digest ->
                rule(
                    DecisionStatus.APPROVED,
                    ruling,
                    new DecisionApproved(id, story, ruling, digest, shown.isPresent())));
  }

  /** Rejects it. The note of the ruling says why. */
  public Outcome<Change<Decision, DecisionEvent>> reject(Ruling ruling) {
    if (ruling.note().isEmpty()) {
      return Outcome.refused(Refusal.invalid("reason", "", "why the decision is rejected"));
    }
    return rule(DecisionStatus.REJECTED, ruling, new DecisionRejected(id, story, ruling));
  }

  private Outcome<Change<Decision, DecisionEvent>> rule(
      DecisionStatus verdict, Ruling how, DecisionEvent event) {
    if (status != DecisionStatus.PROPOSED) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ILLEGAL_TRANSITION,
              "decision %s cannot become %s while %s; legal: nothing, it is decided"
                  .formatted(id, verdict, status)));
    }
    return Outcome.done(new Change<>(with(verdict, Optional.of(how), how.at()), event));
  }

  /** Gives way to another one; absent when it was rejected or superseded before. */
  public Optional<Change<Decision, DecisionEvent>> supersede(DecisionId by, Instant at) {
    return status.isOpen()
        ? Optional.of(
            new Change<>(
                with(DecisionStatus.SUPERSEDED, ruling, at),
                new DecisionSuperseded(id, story, by, at)))
        : Optional.empty();
  }

  private Decision with(DecisionStatus how, Optional<Ruling> ruled, Instant at) {
    return new Decision(
        id,
        story,
        plan,
        affects,
        text,
        supersedes,
        how,
        proposedBy,
        ruled,
        createdAt,
        at,
        version + 1);
  }
}
