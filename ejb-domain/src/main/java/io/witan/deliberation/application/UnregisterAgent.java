package io.witan.deliberation.application;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Takes an agent out of a council. Devops and administrators may. */
@Dependent
public class UnregisterAgent {
  private final Transactions transactions;
  private final CouncilRepository councils;
  private final Clock clock;

  @Inject
  public UnregisterAgent(Transactions transactions, CouncilRepository councils, Clock clock) {
    this.transactions = transactions;
    this.councils = councils;
    this.clock = clock;
  }

  /** Frees its seat; deliberations that are under way go on with it. */
  public Outcome<Council> unregister(Command command, Role role, AgentId agent) {
    CouncilId id = CouncilId.of(role);
    return transactions.run(
        command,
        () ->
            command
                .allowed("unregister an agent", Role.DEVOPS, Role.ADMIN)
                .then(actor -> CouncilInUse.found(id, councils.lock(id)))
                .then(council -> command.fresh(council, "council " + id, council.version()))
                .then(council -> council.unregister(agent, command.actor().id(), clock.instant()))
                .onDone(councils::save)
                .map(Change::after));
  }
}
