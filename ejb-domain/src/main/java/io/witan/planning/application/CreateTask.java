package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskText;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Adds a task to a story by hand. */
@Dependent
public class CreateTask {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final TaskRepository tasks;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public CreateTask(
      Transactions transactions,
      StoryRepository stories,
      TaskRepository tasks,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.tasks = tasks;
    this.ids = ids;
    this.clock = clock;
  }

  /** Creates a task that waits to be claimed once its story is ready for execution. */
  public Outcome<Task> create(
      Command command, StoryId story, Optional<PlanId> plan, TaskText text) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("create a task", Role.PO)
                .then(actor -> Outcome.found("story", story, stories.lock(story)))
                .then(Story::writable)
                .map(
                    parent ->
                        Task.create(
                            Task.nextId(ids),
                            parent.id(),
                            plan,
                            text,
                            List.of(),
                            command.actor().id(),
                            clock.instant()))
                .onDone(tasks::save)
                .map(change -> change.after()));
  }
}
