package io.witan.deliberation.application;

import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private final RunnerWaits waits;
  private final Clock clock;

  @Inject
  public TurnRecorder(
      Transactions transactions,
      DeliberationRepository deliberations,
      RunnerWaits waits,
      Clock clock) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.waits = waits;
    this.clock = clock;
  }

  /** A turn that was taken, and what the agent was asked, to the letter. */
  record Taken(Turn turn, String request) {}

  /**
   * Keeps turns that came at about the same time; with the last one, the deliberation ends in the
   * same transaction. Turns that come too late are left out.
   */
  Deliberation record(Deliberation seen, List<Taken> taken) {
    return write(seen, current -> Outcome.done(keep(current, taken)));
  }

  /** Ends a deliberation that has no turn left. */
  Deliberation conclude(Deliberation seen) {
    return write(seen, current -> Outcome.done(keep(current, List.of())));
  }

  /** Ends a deliberation that may not go on, with what there is. */
  Deliberation cut(Deliberation seen, Cut cut) {
    return write(
        seen,
        current ->
            current.cut(cut, clock.instant()).onDone(deliberations::save).map(Change::after));
  }

  /** Gives a deliberation up. */
  Deliberation fail(Deliberation seen, String reason) {
    return write(
        seen,
        current ->
            current.fail(reason, clock.instant()).onDone(deliberations::save).map(Change::after));
  }

  /** Notes why no turn comes. */
  void waits(Deliberation deliberation, RunnerWaits.Wait wait) {
    waits.waits(deliberation.id(), wait);
  }

  /** Notes that turns come again. */
  void goesOn(Deliberation deliberation) {
    waits.goesOn(deliberation.id());
  }

  private Deliberation keep(Deliberation current, List<Taken> taken) {
    Instant now = clock.instant();
    Progress progress = new Progress(current);
    taken.forEach(one -> progress.step(open -> open.record(one.turn(), one.request(), now)));
    if (progress.reached().next().isEmpty()) {
      progress.step(open -> open.conclude(now));
    }
    if (!progress.changes().isEmpty()) {
      deliberations.saveAll(progress.changes());
    }
    return progress.reached();
  }

  /** Changes one after the other; what is refused is left out. */
  private static final class Progress {
    private final List<Change<Deliberation, DeliberationEvent>> changes = new ArrayList<>();
    private Deliberation reached;

    Progress(Deliberation current) {
      this.reached = current;
    }

    void step(Function<Deliberation, Outcome<Change<Deliberation, DeliberationEvent>>> next) {
      Outcome<Change<Deliberation, DeliberationEvent>> unused =
          next.apply(reached)
              .onDone(
                  change -> {
                    changes.add(change);
                    reached = change.after();
                  });
    }

    Deliberation reached() {
      return reached;
    }

    List<Change<Deliberation, DeliberationEvent>> changes() {
      return changes;
    }
  }

  private Deliberation write(
      Deliberation seen, Function<Deliberation, Outcome<Deliberation>> step) {
    DeliberationId id = seen.id();
    Command command =
        new Command(Actor.system(), Optional.empty(), Optional.empty(), seen.charter().traceId());
    return transactions
        .run(command, () -> locked(seen).then(step))
        .fold(written -> written, tooLate -> existing(id));
  }

  private Outcome<Deliberation> locked(Deliberation seen) {
    return Outcome.found("deliberation", seen.id(), deliberations.lock(seen));
  }

  private Deliberation existing(DeliberationId id) {
    return deliberations
        .find(id)
        .orElseThrow(() -> new IllegalStateException("deliberation " + id + " has vanished"));
  }
}
