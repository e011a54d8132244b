package io.witan.web.outbox;

import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.ParkedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event that cannot be sent, as shown: its size, not its content.
 *
 * @param reason what NATS said
 * @param parkedAt when it was last tried
 */
public record ParkedEventWire(
    String messageId,
    String kind,
    String aggregateId,
    long sequence,
    String subject,
    int payloadBytes,
    Instant committedAt,
    Instant parkedAt,
    String reason) {

  static ParkedEventWire from(ParkedEvent event) {
    OutboxMessage message = event.message();
    return new ParkedEventWire(
        message.messageId(),
        message.aggregate().kind(),
        message.aggregate().id(),
        message.sequence(),
        message.subject(),
        message.payload().getBytes(StandardCharsets.UTF_8).length,
        message.at(),
        event.since(),
        event.reason());
  }
}
