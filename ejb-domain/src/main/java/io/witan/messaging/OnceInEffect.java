package io.witan.messaging;

import io.witan.ledger.port.Inbox;
import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Hands an event to a handler unless that handler has acted on it before. */
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
   * Handles the event; effect and mark are kept together.
   *
   * @throws EventRefusedException when the use case refuses it: whoever delivered it decides
   *     whether to deliver it again
   */
  public void handle(EventHandler handler, IncomingEvent event) {
    Outcome<Boolean> outcome =
        transactions.run(
            Command.by(Actor.system()),
            new Answer<>(String::valueOf, text -> Outcome.done(true)),
            () -> handleIfNew(handler, event));
    outcome.fold(
        done -> done,
        refusal -> {
          throw new EventRefusedException(handler.consumer(), event, refusal);
        });
  }

  private Outcome<Boolean> handleIfNew(EventHandler handler, IncomingEvent event) {
    if (!inbox.accept(handler.consumer(), event.eventId() + "@" + event.subject())) {
      return Outcome.done(false);
    }
    return handler.on(event).map(done -> true);
  }
}
