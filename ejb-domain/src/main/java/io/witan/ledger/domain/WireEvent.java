package io.witan.ledger.domain;

import java.util.Map;
import java.util.Objects;

/**
 * One message that a change sends, as it goes over the wire.
 *
 * @param subject the NATS subject
 * @param payload field names and values; texts, numbers, booleans, lists and maps of them, and null
 */
public record WireEvent(String subject, Map<String, Object> payload) {
  public WireEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(payload, "payload");
  }
}
