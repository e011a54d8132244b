package io.witan.deliberation.application;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTask.Status;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.port.CollectedTasks;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Keeps what agents from outside say about tasks that nobody here has asked them about. */
@Dependent
public class CollectAnswers {
  private final Transactions transactions;
  private final CollectedTasks tasks;
  private final Clock clock;

  @Inject
  public CollectAnswers(Transactions transactions, CollectedTasks tasks, Clock clock) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * How far a task is.
   *
   * @param isComplete whether all have spoken
   * @param allFailed whether all have, and none had an answer
   * @param received how many answers there are
   * @param expected how many agents were announced, if anybody said so
   */
  public record Collected(
      CollectedTaskId task,
      boolean isComplete,
      boolean allFailed,
      int received,
      Optional<Integer> expected) {

    static Collected of(CollectedTask task) {
      return new Collected(
          task.id(),
          task.status() != Status.IN_PROGRESS,
          task.status() == Status.FAILED,
          (int) task.answers().count(),
          task.expected());
    }
  }

  Outcome<Collected> collect(
      Command command, CollectedTaskId id, Heard said, Optional<Integer> expected, Aside aside) {
    expected
        .filter(many -> many < 1)
        .ifPresent(
            few -> {
              throw new InvalidValue("num_agents", String.valueOf(few), "1 or more");
            });
    return transactions.run(
        command,
        () ->
            CollectedTask.hear(id, tasks.lock(id), said, expected, aside, clock.instant())
                .onDone(tasks::save)
                .map(Change::after)
                .map(Collected::of));
  }
}
