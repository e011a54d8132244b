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

/** A product owner ends a ceremony of which every plan is decided. */
@Dependent
public class CompleteCeremony {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final Clock clock;

  @Inject
  public CompleteCeremony(Transactions transactions, CeremonyDesk desk, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  /** Completes it, or answers what is not decided yet. */
  public Outcome<Ceremony> complete(Command command, CeremonyId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("complete a ceremony", Role.PO)
                .then(actor -> desk.lockFresh(command, id))
                .then(ceremony -> ceremony.complete(command.actor().id(), clock.instant()))
                .map(desk::save));
  }
}
