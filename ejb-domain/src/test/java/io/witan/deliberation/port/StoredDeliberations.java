package io.witan.deliberation.port;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.domain.Wording;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Has a store keep the deliberations that it is tried with. */
public abstract class StoredDeliberations {
  private static final Command COMMAND = Command.by(Actor.system());

  protected final String suffix = UUID.randomUUID().toString();
  protected final Subject subject = Subject.story("S-" + suffix);

  /** A repository, and the transactions that it takes part in. */
  public record Store(DeliberationRepository deliberations, Transactions transactions) {}

  protected abstract Store store();

  protected final DeliberationRepository deliberations() {
    return store().deliberations();
  }

  protected final <T> Outcome<T> run(Supplier<Outcome<T>> work) {
    return store().transactions().run(COMMAND, work);
  }

  protected final Deliberation started(Purpose purpose) {
    return started(Deliberations.charter(subject, purpose, 3));
  }

  protected final Deliberation started(Charter charter) {
    DeliberationId id = new DeliberationId("D-" + UUID.randomUUID());
    return value(run(() -> Outcome.done(saved(Deliberation.start(id, charter)))));
  }

  protected final Deliberation saved(Change<Deliberation, DeliberationEvent> change) {
    deliberations().save(change);
    return change.after();
  }

  protected final Deliberation change(
      DeliberationId id,
      Function<Deliberation, Outcome<Change<Deliberation, DeliberationEvent>>> step) {
    return value(run(() -> step.apply(deliberations().lock(id).orElseThrow()).map(this::saved)));
  }

  protected final Deliberation taken(DeliberationId id, Turn turn) {
    return change(id, open -> open.record(turn, "asked at " + turn.slot().sequence(), MORNING));
  }

  protected final Deliberation completed() {
    Deliberation current = started(Purpose.PLAN);
    while (!current.next().isEmpty()) {
      TurnSlot slot = current.next().get(0);
      boolean fails = slot.sequence() == 4;
      current = taken(current.id(), fails ? failed(slot) : said(slot, slot.sequence() / 10.0));
    }
    return change(current.id(), open -> open.conclude(MORNING.plusSeconds(5)));
  }

  protected static Terms limited(long tokens) {
    return new Terms(
            Mode.VOTE,
            2,
            true,
            Optional.of(0.75),
            Optional.of(MORNING.plusSeconds(60)),
            5_000,
            new Budget(tokens, 1_500_000))
        .selecting(Optional.of(2))
        .in(Wording.V1);
  }
}
