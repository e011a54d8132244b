package io.witan.workflow.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Role;

/** The name under which a council of Witan holds tasks at a gate, and speaks there as one. */
public final class GateCouncil {
  private GateCouncil() {}

  /** For example {@code agent-qa-council}. */
  public static ActorId of(Role gate) {
    return new ActorId("agent-%s-council".formatted(gate.wire()));
  }

  /** Whether it is a council that holds the task. */
  public static boolean holds(TaskWorkflow task) {
    return task.claimedBy()
        .flatMap(by -> task.state().roleInCharge().filter(role -> of(role).equals(by)))
        .isPresent();
  }
}
