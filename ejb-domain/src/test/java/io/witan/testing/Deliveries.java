package io.witan.testing;

import io.witan.nats.connector.JetStreamMetadata;
import java.util.List;
import java.util.Map;

/** Where a message of a test comes from. */
public final class Deliveries {
  private Deliveries() {}

  /** A first delivery of that event. */
  public static JetStreamMetadata of(String eventId, String subject) {
    return new JetStreamMetadata(
        subject, "EVENTS", "consumer", 1, 1, 1, Moments.NOON, Map.of("ce-id", List.of(eventId)));
  }
}
