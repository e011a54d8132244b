package io.witan.nats.connector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Deliveries for tests. */
final class Deliveries {

  private Deliveries() {}

  static Delivery delivery(long sequence, String key) {
    return delivery(sequence, key, 1);
  }

  static Delivery delivery(long sequence, String key, int attempt) {
    return new Delivery(
        ("message " + sequence).getBytes(StandardCharsets.UTF_8),
        "$JS.ACK",
        new JetStreamMetadata(
            "orders.created",
            "ORDERS",
            "shop",
            sequence,
            sequence,
            attempt,
            Instant.EPOCH,
            Map.of("ce-subject", List.of(key), "Nats-Msg-Id", List.of("id-" + sequence))));
  }
}
