package io.witan.deliberation.application;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.port.CollectedTasks;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Gives up collected tasks that do not get on, and removes those that ended some time ago.
 * Deliberations of Witan's own have their own deadlines, and are kept.
 */
@Dependent
public class CleanupDeliberations {
  private final Transactions transactions;
  private final CollectedTasks tasks;
  private final Clock clock;

  @Inject
  public CleanupDeliberations(Transactions transactions, CollectedTasks tasks, Clock clock) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** What was done. */
  public record Cleaned(List<CollectedTaskId> timedOut, List<CollectedTaskId> removed) {}

  /**
   * Does both once.
   *
   * @param patience how long a task may take from the first that spoke
   * @param keep how long one that has ended stays
   */
  public Cleaned clean(Duration patience, Duration keep) {
    return new Cleaned(
        each(
            tasks.inProgressSince(clock.instant().minus(patience)),
            task -> task.timeOut(patience, clock.instant())),
        each(
            tasks.endedBy(clock.instant().minus(keep)),
            task -> task.remove(keep, clock.instant())));
  }

  /** Those that were changed: somebody else may have been faster with the others. */
  private List<CollectedTaskId> each(
      List<CollectedTaskId> ids,
      Function<CollectedTask, Outcome<Change<CollectedTask, CollectedTaskEvent>>> step) {
    return ids.stream().filter(id -> changed(id, step)).toList();
  }

  private boolean changed(
      CollectedTaskId id,
      Function<CollectedTask, Outcome<Change<CollectedTask, CollectedTaskEvent>>> step) {
    return transactions
        .run(
            Command.by(Actor.system()),
            () ->
                Outcome.found("collected task", id, tasks.lock(id)).then(step).onDone(tasks::save))
        .isDone();
  }
}
