package io.witan.deliberation.application;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Council;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Takes an agent out of a council. Devops and administrators may. */
@Dependent
public class UnregisterAgent {
  private final CouncilDesk desk;

  @Inject
  public UnregisterAgent(CouncilDesk desk) {
    this.desk = desk;
  }

  /** Frees its seat; deliberations that are under way go on with it. */
  public Outcome<Council> unregister(Command command, Role role, AgentId agent) {
    return desk.change(
            command,
            "unregister an agent",
            role,
            (council, by, at) -> council.unregister(agent, by, at))
        .map(CouncilDesk.Changed::after);
  }
}
