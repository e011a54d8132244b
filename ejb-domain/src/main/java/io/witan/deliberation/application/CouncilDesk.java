package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What the use cases that change a council do alike. Devops and administrators may. */
@Dependent
public class CouncilDesk {
  private final Transactions transactions;
  private final CouncilRepository councils;
  private final Clock clock;

  @Inject
  public CouncilDesk(Transactions transactions, CouncilRepository councils, Clock clock) {
    this.transactions = transactions;
    this.councils = councils;
    this.clock = clock;
  }

  /** How a council that is in use changes. */
  @FunctionalInterface
  interface Deed {
    Outcome<Change<Council, CouncilEvent>> on(Council council, ActorId by, Instant at);
  }

  /** A council before and after its change. */
  record Changed(Council before, Council after) {}

  /**
   * Changes the council of a role, if it is still as the sender of the command saw it.
   *
   * @param what names the deed, as in "register an agent"
   */
  Outcome<Changed> change(Command command, String what, Role role, Deed deed) {
    CouncilId id = CouncilId.of(role);
    return transactions.run(
        command,
        () ->
            command
                .allowed(what, Role.DEVOPS, Role.ADMIN)
                .then(actor -> CouncilInUse.found(id, councils.lock(id)))
                .then(council -> command.fresh(council, "council " + id, council.version()))
                .then(council -> change(command, council, deed)));
  }

  private Outcome<Changed> change(Command command, Council council, Deed deed) {
    return deed.on(council, command.actor().id(), clock.instant())
        .onDone(councils::save)
        .map(change -> new Changed(council, change.after()));
  }
}
