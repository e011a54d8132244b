package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.Member;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Gives a council one more agent. Devops and administrators may. */
@Dependent
public class RegisterAgent {
  private final CouncilDesk desk;
  private final AgentAdmission admission;

  @Inject
  public RegisterAgent(CouncilDesk desk, AgentAdmission admission) {
    this.desk = desk;
    this.admission = admission;
  }

  /** Seats it last; deliberations that are under way go on without it. */
  public Outcome<Council> register(Command command, Role role, Member member) {
    return desk.change(
            command,
            "register an agent",
            role,
            (council, by, at) ->
                admission.admit(member.manner()).then(manner -> council.register(member, by, at)))
        .map(CouncilDesk.Changed::after);
  }
}
