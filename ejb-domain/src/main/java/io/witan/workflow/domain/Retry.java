package io.witan.workflow.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Text;
import io.witan.workflow.domain.TaskTransitions.Way;
import java.util.Optional;

/**
 * Somebody's wish that the work on a task begins anew.
 *
 * @param by who asks; it is the system that does it
 * @param reason why, at most 10,000 characters; may be empty
 * @param fencingToken the claim that is believed to be the current one, so that a late worker
 *     throws away nobody else's work; absent means whichever is current, or none
 * @param most how often the work on a task may begin anew
 */
public record Retry(ActorId by, String reason, Optional<Long> fencingToken, int most) {
  public Retry {
    reason = Text.optional("reason", reason, 10_000);
  }

  /** The way back to the start, or a refusal where nothing may begin anew. */
  Outcome<Way> wayFrom(TaskWorkflow task) {
    return TaskTransitions.retryFrom(task.state())
        .map(way -> task.retries() < most ? Outcome.done(way) : tooOften(task))
        .orElseGet(() -> ended(task));
  }

  /** What the history says of it. */
  String told(TaskWorkflow task) {
    String number =
        "retry %d of at most %d, asked for by %s".formatted(task.retries() + 1, most, by);
    return reason.isEmpty() ? number : number + ": " + reason;
  }

  private static Outcome<Way> ended(TaskWorkflow task) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "task %s cannot %s while %s; legal: nothing"
                .formatted(task.task(), TaskAction.RETRY, task.state().wire())));
  }

  private Outcome<Way> tooOften(TaskWorkflow task) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.GUARD_FAILED,
            "task %s cannot %s: it began anew %d times, and witan.workflow.retries allows %d"
                .formatted(task.task(), TaskAction.RETRY, task.retries(), most)));
  }
}
