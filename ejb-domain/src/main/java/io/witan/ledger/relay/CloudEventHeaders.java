package io.witan.ledger.relay;

import io.nats.client.impl.Headers;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.shared.Times;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headers of an event: CloudEvents 1.0 in binary mode, and the trace that caused it. */
final class CloudEventHeaders {
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
  private static final int SPAN_DIGITS = 16;

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
    traceparent(message).ifPresent(parent -> headers.put("traceparent", parent));
    return headers;
  }

  /** The W3C trace context; of a bare trace id, the change's hash gives the parent span. */
  private static Optional<String> traceparent(OutboxMessage message) {
    String trace = message.traceId();
    if (TRACEPARENT.matcher(trace).matches()) {
      return Optional.of(trace);
    }
    if (TRACE.matcher(trace).matches()) {
      return Optional.of(
          "00-%s-%s-01".formatted(trace, message.auditHash().substring(0, SPAN_DIGITS)));
    }
    return Optional.empty();
  }
}
