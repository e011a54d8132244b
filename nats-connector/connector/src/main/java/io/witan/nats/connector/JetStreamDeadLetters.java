package io.witan.nats.connector;

import java.util.concurrent.CompletionStage;

/** Dead letters in a JetStream stream, under the original subject behind a prefix. */
final class JetStreamDeadLetters implements DeadLetters {

  private final JetStreamPublisher publisher;
  private final String prefix;

  JetStreamDeadLetters(JetStreamPublisher publisher, String prefix) {
    this.publisher = publisher;
    this.prefix = prefix;
  }

  @Override
  public CompletionStage<Void> store(Delivery delivery, Throwable reason) {
    JetStreamMetadata metadata = delivery.metadata();
    // Stored twice by a crash between storing and giving up, it is one letter all the same.
    String id =
        "%s:%s:%d:%d"
            .formatted(
                metadata.stream(),
                metadata.consumer(),
                metadata.streamSequence(),
                metadata.timestamp().toEpochMilli());
    return publisher
        .publish(
            new JetStreamPublisher.Publication(
                prefix + "." + metadata.subject(),
                DeadLetterHeaders.of(delivery, reason),
                delivery.payload(),
                id))
        .thenAccept(ack -> {});
  }
}
