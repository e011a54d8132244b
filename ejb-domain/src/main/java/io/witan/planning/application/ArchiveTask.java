package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** A product owner deletes a task: it is archived, and the work on it ends. */
@Dependent
public class ArchiveTask {
  private final Transactions transactions;
  private final TaskRepository tasks;
  private final ArchiveCascade cascade;

  @Inject
  public ArchiveTask(Transactions transactions, TaskRepository tasks, ArchiveCascade cascade) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.cascade = cascade;
  }

  /** Archives it, whatever its status; what is archived already is refused. */
  public Outcome<Task> archive(Command command, TaskId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("delete a task", Role.PO)
                .then(actor -> Outcome.found("task", id, tasks.lock(id)))
                .then(task -> command.fresh(task, "task " + id, task.version()))
                .then(task -> cascade.task(command, task)));
  }
}
