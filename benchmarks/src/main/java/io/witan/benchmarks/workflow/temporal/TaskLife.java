package io.witan.benchmarks.workflow.temporal;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/**
 * The workflow of one task: it lives until the task has ended, and takes each step as an Update.
 */
@WorkflowInterface
public interface TaskLife {

  /** An action by somebody in a role, and what comes with it. */
  record Attempt(String action, String role, String actor, Map<String, String> artifacts) {}

  /** Answers the last state. */
  @WorkflowMethod
  String live();

  /** Does one thing to the task, and answers its new state. */
  @UpdateMethod
  String act(Attempt attempt);

  /** Refuses what the table does not allow; a refusal is not recorded. */
  @UpdateValidatorMethod(updateName = "act")
  void check(Attempt attempt);

  @QueryMethod
  String state();
}
