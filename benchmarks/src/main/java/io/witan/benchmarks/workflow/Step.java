package io.witan.benchmarks.workflow;

import io.witan.shared.Role;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import java.util.List;
import java.util.Map;

/**
 * What clients ask of a task, one after the other, until it is done: the way on which nothing is
 * turned down.
 */
public enum Step {
  CLAIM_TASK(Role.DEVELOPER, TaskState.IMPLEMENTING),
  COMMIT_CODE(Role.DEVELOPER, TaskState.PENDING_ARCH_REVIEW),
  CLAIM_REVIEW(Role.ARCHITECT, TaskState.ARCH_REVIEWING),
  APPROVE_DESIGN(Role.ARCHITECT, TaskState.PENDING_QA),
  CLAIM_TESTING(Role.QA, TaskState.QA_TESTING),
  APPROVE_TESTS(Role.QA, TaskState.PENDING_PO_APPROVAL),
  APPROVE_STORY(Role.PO, TaskState.DONE);

  /** All of them, in their order. */
  static final List<Step> WALK = List.of(values());

  private static final Map<String, String> COMMIT =
      Map.of(
          "commit_sha", "9fceb02d0ae598e95dc970b74767f19372d61af8",
          "branch", "task/pay-by-card");

  private final Role role;
  private final TaskState after;

  Step(Role role, TaskState after) {
    this.role = role;
    this.after = after;
  }

  public TaskAction action() {
    return TaskAction.valueOf(name());
  }

  /** Of the one who does it. */
  public Role role() {
    return role;
  }

  /** Where the task is afterwards, also by what follows by itself. */
  public TaskState after() {
    return after;
  }

  /** What comes with it. */
  public Map<String, String> artifacts() {
    return this == COMMIT_CODE ? COMMIT : Map.of();
  }
}
