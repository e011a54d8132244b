package io.witan.deliberation.application;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.domain.Reply;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.OutsideTurns;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;

/**
 * Keeps what an agent from outside says in a turn: an answer, or that it cannot. It counts once,
 * and only while the deliberation waits for the turn.
 */
@Dependent
public class RecordTurnAnswer {
  private final Transactions transactions;
  private final OutsideTurns turns;
  private final DeliberationRepository deliberations;
  private final Clock clock;

  @Inject
  public RecordTurnAnswer(
      Transactions transactions,
      OutsideTurns turns,
      DeliberationRepository deliberations,
      Clock clock) {
    this.transactions = transactions;
    this.turns = turns;
    this.deliberations = deliberations;
    this.clock = clock;
  }

  /** Whether there is a turn of that name. */
  public boolean isTurn(OutsideTurnId id) {
    return turns.find(id).isPresent();
  }

  /** Keeps the answer; what it says is looked at by who drives the deliberation. */
  public Outcome<OutsideTurn> answer(
      Command command, OutsideTurnId id, AgentId agent, Reply reply) {
    return write(command, id, "be answered", turn -> turn.answer(agent, reply, clock.instant()));
  }

  /**
   * Keeps that the agent cannot answer.
   *
   * @param kindOfError as the agent names it
   */
  public Outcome<OutsideTurn> fail(
      Command command, OutsideTurnId id, AgentId agent, String reason, String kindOfError) {
    return write(
        command, id, "fail", turn -> turn.fail(agent, reason, kindOfError, clock.instant()));
  }

  private Outcome<OutsideTurn> write(
      Command command,
      OutsideTurnId id,
      String deed,
      Function<OutsideTurn, Outcome<Change<OutsideTurn, OutsideTurnEvent>>> step) {
    return transactions.run(
        command,
        () ->
            Outcome.found("turn", id, turns.lock(id))
                .then(turn -> isWaitedFor(turn) ? Outcome.done(turn) : turn.tooLate(deed))
                .then(step)
                .onDone(turns::save)
                .map(Change::after));
  }

  private boolean isWaitedFor(OutsideTurn turn) {
    return deliberations
        .find(turn.key().deliberation())
        .filter(open -> isNext(open, turn))
        .isPresent();
  }

  private static boolean isNext(Deliberation deliberation, OutsideTurn turn) {
    return deliberation.next().stream().anyMatch(slot -> slot.sequence() == turn.key().sequence());
  }
}
