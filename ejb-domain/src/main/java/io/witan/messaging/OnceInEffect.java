package io.witan.messaging;

import io.witan.ledger.port.Inbox;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Acts on an event unless the same consumer has acted on it before. */
@Dependent
public class OnceInEffect {
  private final Transactions transactions;
  private final Inbox inbox;

  @Inject
  public OnceInEffect(Transactions transactions, Inbox inbox) {
    this.transactions = transactions;
    this.inbox = inbox;
  }

  /**
   * Acts on the event; effect and mark are kept together.
   *
   * @param consumer the name under which it is remembered what was acted on; never changed
   * @param effect calls one use case
   * @throws EventRefusedException when the use case refuses it: whoever delivered it decides
   *     whether to deliver it again
   */
  public void handle(
      String consumer, IncomingEvent event, Function<IncomingEvent, Outcome<?>> effect) {
    demand(
        consumer,
        event,
        transactions.run(Command.by(Actor.system()), () -> handleIfNew(consumer, event, effect)));
  }

  /**
   * Acts on the event as often as it comes, and keeps no mark: for an effect that only brings
   * something to where it should be by now, so that a repetition changes nothing.
   *
   * @param consumer who refuses it
   * @param effect calls one use case
   * @throws EventRefusedException when the use case refuses it
   */
  public void follow(
      String consumer, IncomingEvent event, Function<IncomingEvent, Outcome<?>> effect) {
    demand(consumer, event, effect.apply(event).map(done -> true));
  }

  private static void demand(String consumer, IncomingEvent event, Outcome<Boolean> outcome) {
    outcome.fold(
        done -> done,
        refusal -> {
          throw new EventRefusedException(consumer, event, refusal);
        });
  }

  /**
   * Acts on what somebody says by an event, in their name; effect and mark are kept together. What
   * the rules forbid them is the answer to it: it is kept as their refusal, and the event is done
   * with.
   *
   * @param command whose word the event is
   * @return the refusal, if it was refused
   * @throws EventRefusedException when it is refused for another reason than the rules
   */
  public Optional<Refusal> handleFor(
      Command command,
      String consumer,
      IncomingEvent event,
      Function<IncomingEvent, Outcome<?>> effect) {
    return transactions
        .run(command, () -> handleIfNew(consumer, event, effect))
        .fold(done -> Optional.empty(), refusal -> Optional.of(answer(consumer, event, refusal)));
  }

  private Refusal answer(String consumer, IncomingEvent event, Refusal refusal) {
    if (!refusal.code().isOfRules()) {
      throw new EventRefusedException(consumer, event, refusal);
    }
    handle(consumer, event, Outcome::done);
    return refusal;
  }

  private Outcome<Boolean> handleIfNew(
      String consumer, IncomingEvent event, Function<IncomingEvent, Outcome<?>> effect) {
    if (!inbox.accept(consumer, event.eventId() + "@" + event.subject())) {
      return Outcome.done(false);
    }
    return effect.apply(event).map(done -> true);
  }
}
