package io.witan.nats.connector;

import io.nats.client.Message;
import io.nats.client.impl.NatsJetStreamMetaData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One message in the hands of a channel, from its arrival to its settlement. */
final class Delivery {

  private final byte[] payload;
  private final String replyTo;
  private final JetStreamMetadata metadata;
  private final long arrived = System.nanoTime();
  private volatile int attempt;

  Delivery(byte[] payload, String replyTo, JetStreamMetadata metadata) {
    this.payload = payload;
    this.replyTo = replyTo;
    this.metadata = metadata;
    this.attempt = metadata.attempt();
  }

  static Delivery of(Message message) {
    NatsJetStreamMetaData meta = message.metaData();
    Map<String, List<String>> headers =
        message.getHeaders() == null ? Map.of() : message.getHeaders().toMap();
    return new Delivery(
        message.getData(),
        message.getReplyTo(),
        new JetStreamMetadata(
            message.getSubject(),
            meta.getStream(),
            meta.getConsumer(),
            meta.streamSequence(),
            meta.consumerSequence(),
            (int) meta.deliveredCount(),
            meta.timestamp().toInstant(),
            headers));
  }

  byte[] payload() {
    return payload;
  }

  /** The subject that takes acknowledgements. */
  String replyTo() {
    return replyTo;
  }

  JetStreamMetadata metadata() {
    return metadata.atAttempt(attempt);
  }

  long sequence() {
    return metadata.streamSequence();
  }

  /** The how many-th try this is, counting the server's deliveries and the tries made here. */
  int attempt() {
    return attempt;
  }

  /** Counts a try that is made here, without the server. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // tries of one delivery follow each other
  void tryAgain() {
    attempt++;
  }

  /** Same message, whatever the delivery; a stream made anew reuses sequences, not times. */
  Identity identity() {
    return new Identity(metadata.streamSequence(), metadata.timestamp());
  }

  String key(Optional<String> header) {
    return header.flatMap(metadata::header).orElse(metadata.subject());
  }

  long ageNanos() {
    return System.nanoTime() - arrived;
  }

  /** A message of a stream. */
  record Identity(long sequence, Instant timestamp) {}

  @Override
  public String toString() {
    return "message %d of stream %s (%s)"
        .formatted(metadata.streamSequence(), metadata.stream(), metadata.subject());
  }
}
