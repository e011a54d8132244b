package io.witan.ledger.feed;

import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.witan.ledger.domain.SentEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an event off a message. */
final class EventHeaders {
  private static final String SOURCE = "/witan/";
  private static final String FIRST = "0";

  private EventHeaders() {}

  /**
   * The event; absent for what is none of Witan's, and for a further name of an event, which is
   * told by its first.
   */
  static Optional<SentEvent> read(Message message) {
    Headers headers = message.getHeaders();
    String source = first(headers, "ce-source");
    String id = first(headers, "ce-id");
    String position = first(headers, "ce-position");
    if (id.isEmpty()
        || !source.startsWith(SOURCE)
        || !(position.isEmpty() || position.equals(FIRST))) {
      return Optional.empty();
    }
    return Optional.of(
        new SentEvent(
            id,
            message.getSubject(),
            source.substring(SOURCE.length()),
            first(headers, "ce-subject"),
            new String(message.getData(), StandardCharsets.UTF_8)));
  }

  private static String first(Headers headers, String name) {
    String value = headers == null ? null : headers.getFirst(name);
    return value == null ? "" : value;
  }
}
