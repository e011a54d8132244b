package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** A product owner has councils of all roles think about the stories of a ceremony. */
@Dependent
public class StartCeremony {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final Clock clock;

  @Inject
  public StartCeremony(Transactions transactions, CeremonyDesk desk, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Starts it. A deliberation that cannot be started is told in the review of its story and does
   * not keep the others from starting.
   */
  public Outcome<Ceremony> start(Command command, CeremonyId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("start a ceremony", Role.PO)
                .then(actor -> desk.lockFresh(command, id))
                .then(
                    ceremony ->
                        ceremony.start(
                            story -> desk.ask(command, id, story),
                            command.actor().id(),
                            clock.instant()))
                .map(desk::save));
  }
}
