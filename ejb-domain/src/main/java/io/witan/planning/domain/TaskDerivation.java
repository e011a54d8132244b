package io.witan.planning.domain;

import io.witan.planning.domain.DerivationEvent.DerivationFailed;
import io.witan.planning.domain.DerivationEvent.DerivationRequested;
import io.witan.planning.domain.DerivationEvent.TasksDerived;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.List;

/**
 * How the tasks of an approved plan that brought none come to be: a council is asked, and its
 * answer becomes tasks, or a person has to look at it. A failed derivation can be asked for again.
 *
 * @param deliberation the one that is waited for, or was last
 * @param reason why it failed; empty otherwise
 * @param tasks how many were created
 */
public record TaskDerivation(
    DerivationId id,
    PlanId plan,
    StoryId story,
    String deliberation,
    DerivationStatus status,
    String reason,
    int tasks,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public static Change<TaskDerivation, DerivationEvent> request(
      Plan plan, String deliberation, ActorId by, Instant at) {
    DerivationId id = DerivationId.of(plan.id());
    return new Change<>(
        new TaskDerivation(
            id,
            plan.id(),
            plan.story(),
            deliberation,
            DerivationStatus.REQUESTED,
            "",
            0,
            at,
            at,
            1),
        new DerivationRequested(id, plan.id(), plan.story(), deliberation, by, at));
  }

  /** Asks again after a failure. */
  public Outcome<Change<TaskDerivation, DerivationEvent>> again(
      String next, ActorId by, Instant at) {
    if (status != DerivationStatus.FAILED) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ILLEGAL_TRANSITION,
              "the tasks of plan %s cannot be asked for while %s; legal: FAILED"
                  .formatted(plan, status)));
    }
    TaskDerivation asked =
        new TaskDerivation(
            id, plan, story, next, DerivationStatus.REQUESTED, "", 0, createdAt, at, version + 1);
    return Outcome.done(
        new Change<>(asked, new DerivationRequested(id, plan, story, next, by, at)));
  }

  /** Whether the answer of that deliberation is waited for; another one comes too late. */
  public boolean waitsFor(String answer) {
    return isOpen() && deliberation.equals(answer);
  }

  /** Whether an answer is waited for. */
  public boolean isOpen() {
    return status == DerivationStatus.REQUESTED;
  }

  /** Whether a person has to look at it. */
  public boolean requiresManualReview() {
    return status == DerivationStatus.FAILED;
  }

  /** The tasks were created. */
  public Change<TaskDerivation, DerivationEvent> derived(
      int created, List<TaskDependency> dependencies, Instant at) {
    return new Change<>(
        ended(DerivationStatus.DERIVED, "", created, at),
        new TasksDerived(id, plan, story, created, dependencies, at));
  }

  /** It gave no tasks. */
  public Change<TaskDerivation, DerivationEvent> failed(String why, Instant at) {
    return new Change<>(
        ended(DerivationStatus.FAILED, why, 0, at), new DerivationFailed(id, plan, story, why, at));
  }

  private TaskDerivation ended(DerivationStatus how, String why, int created, Instant at) {
    return new TaskDerivation(
        id, plan, story, deliberation, how, why, created, createdAt, at, version + 1);
  }
}
