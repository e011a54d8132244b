package io.witan.benchmarks.workflow.temporal;

import io.temporal.workflow.Workflow;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;

/** A task's workflow by {@link TaskTable}. */
public final class GatedTaskLife implements TaskLife {
  private TaskState state = TaskState.TODO;

  @Override
  public String live() {
    Workflow.await(() -> state.isFinal() && Workflow.isEveryHandlerFinished());
    return state.wire();
  }

  @Override
  public String act(Attempt attempt) {
    state = after(attempt);
    return state.wire();
  }

  @Override
  public void check(Attempt attempt) {
    TaskState unused = after(attempt);
  }

  @Override
  public String state() {
    return state.wire();
  }

  private TaskState after(Attempt attempt) {
    return TaskTable.after(
            state, TaskAction.valueOf(attempt.action()), Role.parse("role", attempt.role()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a task cannot %s as %s while %s"
                        .formatted(attempt.action(), attempt.role(), state.wire())));
  }
}
