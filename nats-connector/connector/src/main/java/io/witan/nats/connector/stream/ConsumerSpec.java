package io.witan.nats.connector.stream;

import io.nats.client.api.DeliverPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a durable pull consumer with explicit acknowledgement must be.
 *
 * <p>There is no limit of deliveries in it on purpose: at its limit the server stops delivering and
 * leaves the message where it is, unseen. The client counts instead, so a message whose last try
 * died with its process still comes once more and can be stored as a dead letter.
 *
 * @param stream the stream that it reads
 * @param durable its name
 * @param filters the subjects that it takes; none for all
 * @param ackWait how long the server waits for a sign of life before it delivers again
 * @param deliver where a new consumer starts; fixed once it exists
 * @param maxAckPending how many unsettled messages the server allows; 0 for the server's default
 */
public record ConsumerSpec(
    String stream,
    String durable,
    List<String> filters,
    Duration ackWait,
    DeliverPolicy deliver,
    int maxAckPending) {

  /** Copies the filters. */
  public ConsumerSpec {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(durable, "durable");
    Objects.requireNonNull(deliver, "deliver");
    filters = List.copyOf(filters);
    if (ackWait.isNegative() || ackWait.isZero()) {
      throw new IllegalArgumentException(
          "consumer '" + durable + "': ack wait " + ackWait + " must be positive");
    }
  }
}
