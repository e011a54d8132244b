package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.ReviewCouncil;
import io.witan.planning.port.ReviewCouncil.Answer.Failed;
import io.witan.planning.port.ReviewCouncil.Answer.Given;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Brings what a council said, or that it said nothing, into the ceremony that asked it. */
@Dependent
public class CollectReview {
  private final Transactions transactions;
  private final CeremonyRepository ceremonies;
  private final CeremonyDesk desk;
  private final ReviewCouncil council;
  private final Clock clock;

  @Inject
  public CollectReview(
      Transactions transactions,
      CeremonyRepository ceremonies,
      CeremonyDesk desk,
      ReviewCouncil council,
      Clock clock) {
    this.transactions = transactions;
    this.ceremonies = ceremonies;
    this.desk = desk;
    this.council = council;
    this.clock = clock;
  }

  /**
   * Collects it. A result that is late, known already, or of a ceremony that nobody knows changes
   * nothing.
   *
   * @return the ceremony as it is then; empty when there is none
   */
  public Outcome<Optional<Ceremony>> collect(
      Command command, ReviewTicket ticket, String deliberation) {
    return transactions.run(
        command,
        () ->
            ceremonies
                .lock(ticket.ceremony())
                .map(ceremony -> collect(ceremony, ticket, deliberation).map(Optional::of))
                .orElseGet(() -> Outcome.done(Optional.empty())));
  }

  private Outcome<Ceremony> collect(Ceremony ceremony, ReviewTicket ticket, String deliberation) {
    return council
        .answer(deliberation)
        .map(answer -> change(ceremony, ticket, deliberation, answer))
        .map(change -> change.map(desk::saveAndGoOn).orElse(ceremony));
  }

  private Optional<Change<Ceremony, CeremonyEvent>> change(
      Ceremony ceremony, ReviewTicket ticket, String deliberation, ReviewCouncil.Answer answer) {
    Instant now = clock.instant();
    if (answer instanceof Failed failed) {
      return ceremony.miss(ticket, deliberation, failed.reason(), now);
    }
    Given given = (Given) answer;
    Opinion opinion =
        new Opinion(
            ticket.role(),
            given.author(),
            Optional.of(deliberation),
            given.feedback(),
            given.advice(),
            now);
    return ceremony.take(ticket.story(), opinion);
  }
}
