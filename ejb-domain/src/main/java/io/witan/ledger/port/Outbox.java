package io.witan.ledger.port;

import io.witan.ledger.domain.OutboxMessage;
import java.util.List;

/** The committed events that wait to be sent. */
public interface Outbox {

  /** Up to {@code most} messages, those of one aggregate in order of their sequence. */
  List<OutboxMessage> pending(int most);

  /** Marks messages as sent, in one transaction. Unknown ids are passed over. */
  void markSent(List<String> messageIds);

  /** How many messages wait. */
  long backlog();
}
