package io.witan.planning.port;

import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivedTasks;
import io.witan.planning.domain.Plan;
import io.witan.shared.Command;
import io.witan.shared.Outcome;

/** The council that cuts an approved plan into tasks; the deliberation context convenes it. */
public interface DerivationCouncil {

  /**
   * Has a council deliberate on the tasks of the plan; the open one, if there is one.
   *
   * @return the id of the deliberation
   */
  Outcome<String> convene(Command command, DerivationId derivation, Plan plan);

  /** The tasks that a completed deliberation decided on. */
  Outcome<DerivedTasks> verdict(String deliberation);

  /** The tasks in an answer that was given elsewhere, in the form that a council answers in. */
  Outcome<DerivedTasks> read(String answer);

  /** Ends a deliberation that nobody waits for any more; one that has ended stays as it is. */
  void dismiss(Command command, String deliberation);
}
