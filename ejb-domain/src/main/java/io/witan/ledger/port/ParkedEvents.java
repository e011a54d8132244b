package io.witan.ledger.port;

import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.ParkedEvent;
import io.witan.shared.Page;
import java.util.Optional;

/** The committed events that cannot be sent. */
public interface ParkedEvents {

  /** Those that are parked now, oldest event first. */
  Page<ParkedEvent> list(Page.Request page);

  /**
   * Lets an event wait to be sent again, and writes that down on the chain of the one who acts.
   * Needs a transaction.
   *
   * @return absent when no event of that id is parked
   */
  Optional<OutboxMessage> sendAgain(String messageId);
}
