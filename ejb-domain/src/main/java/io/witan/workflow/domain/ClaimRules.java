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
        task.claimedBy()
            .map(holder -> "%s holds it under claim %d".formatted(holder, task.version()))
            .orElse("nobody holds it while " + task.state().wire());
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.STALE_VERSION,
            "claim %d is not the current one of task %s: %s"
                .formatted(shown.get(), task.task(), now)));
  }

  /** Refuses whoever is not the one that holds the task, if somebody does. */
  static Outcome<TaskWorkflow> hold(TaskWorkflow task, Actor actor, String deed) {
    return task.claimedBy()
        .filter(holder -> !holder.equals(actor.id()))
        .map(
            holder ->
                Refusal.of(
                        Refusal.Code.FORBIDDEN,
                        "%s may not %s task %s: %s holds it under claim %d"
                            .formatted(actor.id(), deed, task.task(), holder, task.version()))
                    .<TaskWorkflow>asOutcome())
        .orElseGet(() -> Outcome.done(task));
  }
}
