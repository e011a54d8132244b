package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what a driver brings, each in one transaction, and always answers how the deliberation
 * stands afterwards.
 *
 * <p>What the deliberation refuses was brought too late: somebody else recorded the turn or ended
 * it. Then nothing is written.
 */
@Dependent
public class TurnRecorder {
  private final Transactions transactions;
  private final DeliberationRepository deliberations;
  private final Clock clock;

  @Inject
  public TurnRecorder(
      Transactions transactions, DeliberationRepository deliberations, Clock clock) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.clock = clock;
  }

  /** Keeps a turn; with the last one, the deliberation ends in the same transaction. */
  Deliberation record(Deliberation seen, Turn turn, String request) {
    return write(
        seen,
        current -> save(current.record(turn, request, clock.instant())).then(this::concludeIfLast));
  }

  /** Ends a deliberation that has no turn left. */
  Deliberation conclude(Deliberation seen) {
    return write(seen, this::concludeIfLast);
  }

  /** Gives a deliberation up. */
  Deliberation fail(Deliberation seen, String reason) {
    return write(seen, current -> save(current.fail(reason, clock.instant())));
  }

  private Outcome<Deliberation> concludeIfLast(Deliberation current) {
    return current.next().isEmpty()
        ? save(current.conclude(clock.instant()))
        : Outcome.done(current);
  }

  private Outcome<Deliberation> save(Outcome<Change<Deliberation, DeliberationEvent>> change) {
    return change.onDone(deliberations::save).map(Change::after);
  }

  private Deliberation write(
      Deliberation seen, Function<Deliberation, Outcome<Deliberation>> step) {
    DeliberationId id = seen.id();
    Command command =
        new Command(Actor.system(), Optional.empty(), Optional.empty(), seen.charter().traceId());
    Answer<Deliberation> answer = new Answer<>(done -> id.value(), reference -> current(id));
    return transactions
        .run(command, answer, () -> locked(id).then(step))
        .fold(written -> written, tooLate -> existing(id));
  }

  private Outcome<Deliberation> locked(DeliberationId id) {
    return Outcome.found("deliberation", id, deliberations.lock(id));
  }

  private Outcome<Deliberation> current(DeliberationId id) {
    return Outcome.found("deliberation", id, deliberations.find(id));
  }

  private Deliberation existing(DeliberationId id) {
    return deliberations
        .find(id)
        .orElseThrow(() -> new IllegalStateException("deliberation " + id + " has vanished"));
  }
}
