package io.witan.workflow.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Starts a workflow for every task of a story that is ready for execution. */
@Dependent
public class StartWorkflows {
  private final Transactions transactions;
  private final TaskWorkflowRepository workflows;
  private final Clock clock;

  @Inject
  public StartWorkflows(Transactions transactions, TaskWorkflowRepository workflows, Clock clock) {
    this.transactions = transactions;
    this.workflows = workflows;
    this.clock = clock;
  }

  /** Starts what has not started yet; a repetition changes nothing. */
  public Outcome<List<TaskWorkflow>> start(Command command, StoryId story, List<TaskId> tasks) {
    return transactions.run(
        command,
        () -> {
          tasks.forEach(task -> start(story, task));
          return Outcome.done(workflows.ofStory(story));
        });
  }

  private void start(StoryId story, TaskId task) {
    if (workflows.lock(task).isEmpty()) {
      workflows.save(TaskWorkflow.start(task, story, clock.instant()));
    }
  }
}
