package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends a deliberation that nobody wants any more. Turns that are under way are given up. */
@Dependent
public class CancelDeliberation {
  private final Transactions transactions;
  private final DeliberationRepository deliberations;
  private final Clock clock;

  @Inject
  public CancelDeliberation(
      Transactions transactions, DeliberationRepository deliberations, Clock clock) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.clock = clock;
  }

  /** Product owners, architects and developers may. */
  public Outcome<Deliberation> cancel(Command command, DeliberationId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("cancel a deliberation", Role.PO, Role.ARCHITECT, Role.DEVELOPER)
                .then(actor -> Outcome.found("deliberation", id, deliberations.lock(id)))
                .then(open -> command.fresh(open, "deliberation " + id, open.version()))
                .then(open -> open.cancel(command.actor().id(), clock.instant()))
                .onDone(deliberations::save)
                .map(Change::after));
  }
}
