package io.witan.nats.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an incoming message comes from. Handlers get it by {@code
 * message.getMetadata(JetStreamMetadata.class)} or as a second parameter.
 *
 * @param subject that it was published to
 * @param stream that keeps it
 * @param consumer the durable that delivered it
 * @param streamSequence its place in the stream
 * @param consumerSequence its place among the deliveries of the consumer
 * @param attempt the how many-th try this is, from 1
 * @param timestamp when the stream stored it
 * @param headers as published, in published case
 */
public record JetStreamMetadata(
    String subject,
    String stream,
    String consumer,
    long streamSequence,
    long consumerSequence,
    int attempt,
    Instant timestamp,
    Map<String, List<String>> headers) {

  /** Copies the headers. */
  public JetStreamMetadata {
    headers = Map.copyOf(headers);
  }

  /** The first value of a header, its name in any case. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  JetStreamMetadata atAttempt(int number) {
    return new JetStreamMetadata(
        subject, stream, consumer, streamSequence, consumerSequence, number, timestamp, headers);
  }
}
