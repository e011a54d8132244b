package io.witan.workflow.port;

import io.witan.planning.domain.TaskId;
import java.time.Instant;
import java.util.List;

/** The steps that a task has taken, as its audit trail tells them. */
public interface WorkflowHistory {

  /** Oldest first; empty for a task that never moved. */
  List<Step> of(TaskId task);

  /** One step; states, action and role by their wire values. */
  record Step(
      String fromState,
      String toState,
      String action,
      String actor,
      String actorRole,
      Instant at,
      String feedback) {}
}
