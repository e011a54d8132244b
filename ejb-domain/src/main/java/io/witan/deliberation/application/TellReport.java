package io.witan.deliberation.application;

import io.witan.deliberation.domain.Bulletin;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.port.Bulletins;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Tells on what happened to a story, under the names that followers of the orchestrator know. */
@Dependent
public class TellReport {
  private final Transactions transactions;
  private final Bulletins bulletins;
  private final Clock clock;

  @Inject
  public TellReport(Transactions transactions, Bulletins bulletins, Clock clock) {
    this.transactions = transactions;
    this.bulletins = bulletins;
    this.clock = clock;
  }

  /** Tells it, as often as it is called. */
  public Outcome<Bulletin> tell(Command command, Report report) {
    return transactions.run(
        command,
        () ->
            Outcome.done(Bulletin.tell(bulletins.lock(report.storyId()), report, clock.instant()))
                .onDone(bulletins::save)
                .map(Change::after));
  }
}
