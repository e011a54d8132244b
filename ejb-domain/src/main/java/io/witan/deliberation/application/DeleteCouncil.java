package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends the council of a role. Devops and administrators may. */
@Dependent
public class DeleteCouncil {
  private final Transactions transactions;
  private final CouncilRepository councils;
  private final Clock clock;

  @Inject
  public DeleteCouncil(Transactions transactions, CouncilRepository councils, Clock clock) {
    this.transactions = transactions;
    this.councils = councils;
    this.clock = clock;
  }

  /**
   * Deletes it.
   *
   * @return the council as it was, with the agents that are gone with it
   */
  public Outcome<Council> delete(Command command, Role role) {
    CouncilId id = CouncilId.of(role);
    return transactions.run(
        command,
        () ->
            command
                .allowed("delete a council", Role.DEVOPS, Role.ADMIN)
                .then(actor -> CouncilInUse.found(id, councils.lock(id)))
                .then(council -> command.fresh(council, "council " + id, council.version()))
                .map(
                    council -> {
                      councils.save(council.delete(command.actor().id(), clock.instant()));
                      return council;
                    }));
  }
}
