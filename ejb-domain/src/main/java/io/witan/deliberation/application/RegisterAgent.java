package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.domain.Member;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives a council one more agent. Devops and administrators may. */
@Dependent
public class RegisterAgent {
  private final Transactions transactions;
  private final CouncilRepository councils;
  private final AgentAdmission admission;
  private final Clock clock;

  @Inject
  public RegisterAgent(
      Transactions transactions,
      CouncilRepository councils,
      AgentAdmission admission,
      Clock clock) {
    this.transactions = transactions;
    this.councils = councils;
    this.admission = admission;
    this.clock = clock;
  }

  /** Seats it last; deliberations that are under way go on without it. */
  public Outcome<Council> register(Command command, Role role, Member member) {
    CouncilId id = CouncilId.of(role);
    return transactions.run(
        command,
        () ->
            command
                .allowed("register an agent", Role.DEVOPS, Role.ADMIN)
                .then(actor -> admission.admit(member.manner()))
                .then(manner -> CouncilInUse.found(id, councils.lock(id)))
                .then(council -> command.fresh(council, "council " + id, council.version()))
                .then(council -> council.register(member, command.actor().id(), clock.instant()))
                .onDone(councils::save)
                .map(Change::after));
  }
}
