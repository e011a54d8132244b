package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** A product owner turns down what a ceremony found about a story, and says why. */
@Dependent
public class RejectReviewPlan {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final Clock clock;

  @Inject
  public RejectReviewPlan(Transactions transactions, CeremonyDesk desk, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Rejects it.
   *
   * @param reason what is wrong with it; not blank
   */
  public Outcome<Ceremony> reject(Command command, CeremonyId id, StoryId story, String reason) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("reject a plan", Role.PO)
                .then(actor -> desk.lockFresh(command, id))
                .then(
                    ceremony ->
                        ceremony.reject(
                            story, new Rejected(command.actor().id(), clock.instant(), reason)))
                .map(desk::saveAndGoOn));
  }
}
