package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** A product owner ends a ceremony early. */
@Dependent
public class CancelCeremony {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final Clock clock;

  @Inject
  public CancelCeremony(Transactions transactions, CeremonyDesk desk, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  /** Cancels it and what councils still think about; one that is cancelled stays so. */
  public Outcome<Ceremony> cancel(Command command, CeremonyId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("cancel a ceremony", Role.PO)
                .then(actor -> desk.lockFresh(command, id))
                .then(
                    ceremony ->
                        ceremony.status() == CeremonyStatus.CANCELLED
                            ? Outcome.done(ceremony)
                            : cancel(command, ceremony)));
  }

  private Outcome<Ceremony> cancel(Command command, Ceremony ceremony) {
    return ceremony
        .cancel(command.actor().id(), clock.instant())
        .map(desk::save)
        .onDone(
            done ->
                ceremony
                    .reviews()
                    .forEach(review -> desk.dismiss(command, review.openInquiries())));
  }
}
