package io.witan.ledger.application;

import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.port.ParkedEvents;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Has a parked event sent again, once the reason has been mended. What was sent of the same
 * aggregate meanwhile went before it.
 */
@Dependent
public class RetryParkedEvent {
  private final Transactions transactions;
  private final ParkedEvents events;

  @Inject
  public RetryParkedEvent(Transactions transactions, ParkedEvents events) {
    this.transactions = transactions;
    this.events = events;
  }

  /**
   * Lets it wait to be sent; if NATS still does not take it, it is parked again.
   *
   * @return the id of the message
   */
  public Outcome<String> retry(Command command, String messageId) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("send a parked event again", Role.ADMIN)
                .then(actor -> sendAgain(messageId)));
  }

  private Outcome<String> sendAgain(String messageId) {
    return events
        .sendAgain(messageId)
        .map(OutboxMessage::messageId)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        Refusal.Code.NOT_FOUND,
                        "no event %s is parked: it was sent, or never was there"
                            .formatted(messageId))));
  }
}
