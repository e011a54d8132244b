package io.witan.workflow.port;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;

/** The council that thinks about how to build a task; the deliberation context convenes it. */
public interface ImplementationCouncil {

  /**
   * Has a council deliberate on the task; the open one, if there is one, whatever is wished.
   *
   * @param wish which of the usual rules are to be otherwise
   * @return the id of the deliberation
   */
  Outcome<String> convene(Command command, TaskWorkflow workflow, Wish wish);
}
