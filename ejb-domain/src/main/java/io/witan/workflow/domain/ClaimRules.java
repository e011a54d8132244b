package io.witan.workflow.domain;

import io.witan.shared.Actor;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Optional;

/** What a claim keeps others from. The end of its lease is not asked: the current token counts. */
final class ClaimRules {
  private ClaimRules() {}

  /** Refuses a late worker: the claim that it shows is not the current one. */
  static Outcome<TaskWorkflow> fence(TaskWorkflow task, Optional<Long> shown) {
    if (shown.isEmpty() || shown.equals(task.fencingToken())) {
      return Outcome.done(task);
    }
    String now =
        task.claim()
            .map(claim -> "%s holds it under claim %d".formatted(claim.by(), claim.token()))
            .orElse("nobody holds it while " + task.state().wire());
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.STALE_VERSION,
            "claim %d is not the current one of task %s: %s"
                .formatted(shown.get(), task.task(), now)));
  }

  /** Refuses whoever is not the one that holds the task, if somebody does. */
  static Outcome<TaskWorkflow> hold(TaskWorkflow task, Actor actor, String deed) {
    return task.claim()
        .filter(claim -> !claim.by().equals(actor.id()))
        .map(
            claim ->
                Refusal.of(
                        Refusal.Code.FORBIDDEN,
                        "%s may not %s task %s: %s holds it under claim %d"
                            .formatted(actor.id(), deed, task.task(), claim.by(), claim.token()))
                    .<TaskWorkflow>asOutcome())
        .orElseGet(() -> Outcome.done(task));
  }
}
