package io.witan.deliberation.port;

import io.witan.planning.domain.TaskId;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import java.util.Map;
import java.util.Optional;

/** The tasks that wait at gates, and how a council takes one; the workflow knows them. */
public interface GateTasks {

  /** How a task waits at the gate of a role, locked; absent when it does not (any more). */
  Optional<Waiting> waiting(TaskId task, Role gate);

  /**
   * Claims a task that waits, for the council of the gate.
   *
   * @return the fencing token
   */
  Outcome<Long> claim(TaskId task, Role gate);

  /**
   * A task that waits.
   *
   * @param round how often the work on it was turned down or began anew
   * @param feedback why it was turned down last; empty if it never was
   * @param artifacts what the work has brought so far
   */
  record Waiting(int round, String feedback, Map<String, String> artifacts) {
    public Waiting {
      artifacts = Map.copyOf(artifacts);
    }
  }
}
