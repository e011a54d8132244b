package io.witan.ledger.relay;

import io.nats.client.impl.Headers;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.shared.Times;
import io.witan.shared.TraceContext;
import java.util.Locale;

/** The headers of an event: CloudEvents 1.0 in binary mode, and the trace that caused it. */
final class CloudEventHeaders {
  private CloudEventHeaders() {}

  static Headers of(OutboxMessage message) {
    Headers headers =
        new Headers()
            .put("ce-specversion", "1.0")
            .put("ce-id", message.eventId())
            .put("ce-source", "/witan/" + message.aggregate().kind().toLowerCase(Locale.ROOT))
            .put("ce-type", message.subject())
            .put("ce-time", Times.text(message.at()))
            .put("ce-subject", message.aggregate().id())
            .put("ce-audithash", message.auditHash())
            .put("ce-sequence", String.valueOf(message.sequence()))
            .put("ce-position", String.valueOf(message.position()))
            .put("content-type", "application/json");
    TraceContext.of(message.traceId(), message.auditHash())
        .ifPresent(parent -> headers.put("traceparent", parent.header()));
    return headers;
  }
}
