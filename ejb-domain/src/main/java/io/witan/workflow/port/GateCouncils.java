package io.witan.workflow.port;

import io.witan.workflow.domain.TaskWorkflow;

/** The councils that hold tasks at gates; the deliberation context knows how they fare. */
public interface GateCouncils {

  /** Whether a council still deliberates under the claim under which the task is held. */
  boolean areAtWork(TaskWorkflow held);
}
