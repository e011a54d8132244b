package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.port.JudgementRepository;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends a judgement whose council came to no verdict. */
@Dependent
public class FailJudgement {
  private final Transactions transactions;
  private final JudgementRepository judgements;
  private final Clock clock;

  @Inject
  public FailJudgement(Transactions transactions, JudgementRepository judgements, Clock clock) {
    this.transactions = transactions;
    this.judgements = judgements;
    this.clock = clock;
  }

  /** Fails it, if that deliberation is waited for. */
  public Outcome<ReadinessJudgement> fail(
      Command command, JudgementId id, String deliberation, String error) {
    return transactions.run(
        command,
        () ->
            Outcome.found("judgement", id, judgements.lock(id))
                .map(
                    judgement ->
                        judgement.waitsFor(deliberation) ? end(judgement, error) : judgement));
  }

  private ReadinessJudgement end(ReadinessJudgement judgement, String error) {
    Change<ReadinessJudgement, JudgementEvent> failed =
        judgement.failed("the council came to no verdict: " + error, clock.instant());
    judgements.save(failed);
    return failed.after();
  }
}
