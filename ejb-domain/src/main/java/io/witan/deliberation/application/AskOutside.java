package io.witan.deliberation.application;

import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.domain.Question;
import io.witan.deliberation.port.OutsideTurns;
import io.witan.deliberation.port.TurnRequest;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Asks an agent from outside to take a turn. The question is kept and goes out with the commit; one
 * that a driver before has asked already is not asked again, answered or not.
 */
@Dependent
public class AskOutside {
  private final Transactions transactions;
  private final OutsideTurns turns;
  private final Clock clock;

  @Inject
  public AskOutside(Transactions transactions, OutsideTurns turns, Clock clock) {
    this.transactions = transactions;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Asks, unless it is asked already. A second attempt asks again: what came of the first was of no
   * use.
   *
   * @return the turn as it is kept now, which may hold the answer already
   */
  public Outcome<OutsideTurn> ask(TurnRequest request) {
    return transactions.run(
        Command.by(Actor.system()),
        () -> {
          Optional<OutsideTurn> kept = turns.lock(OutsideTurnId.of(request.key()));
          return kept.isPresent() && request.attempt().number() == 1
              ? Outcome.done(kept.get())
              : Outcome.done(asked(kept, request));
        });
  }

  private OutsideTurn asked(Optional<OutsideTurn> kept, TurnRequest request) {
    Question question = question(request);
    Change<OutsideTurn, OutsideTurnEvent> change =
        kept.map(before -> before.askAgain(question, clock.instant(), request.deadline()))
            .orElseGet(
                () ->
                    OutsideTurn.ask(request.key(), question, clock.instant(), request.deadline()));
    turns.save(change);
    return change.after();
  }

  private static Question question(TurnRequest request) {
    return new Question(
        request.agent().id(),
        request.agent().role(),
        request.facts().kind(),
        request.facts().purpose(),
        request.facts().subject(),
        request.facts().assignment().storyId(),
        request.facts().seats(),
        request.prompt().system(),
        request.prompt().user(),
        request.prompt().schemaName(),
        request.prompt().schema(),
        request.prompt().maxTokens());
  }
}
