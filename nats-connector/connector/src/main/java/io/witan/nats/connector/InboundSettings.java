package io.witan.nats.connector;

import io.nats.client.api.DeliverPolicy;
import io.witan.nats.connector.connection.ConnectionSettings;
import io.witan.nats.connector.stream.ConsumerSpec;
import io.witan.nats.connector.stream.StreamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an incoming channel does, checked.
 *
 * @param channel its name
 * @param connection how it reaches NATS
 * @param streamToEnsure the stream to create or update before reading; empty if others do that
 * @param consumer the durable consumer that it reads
 * @param batch how many messages one pull asks for at most
 * @param maxInFlight how many messages it holds at once, handed out or waiting for their turn
 * @param ordering whether messages of one key wait for each other, and where the key is
 * @param failure what happens when a handler fails
 * @param processingLimit how long a held message is kept alive on the server
 * @param drainTimeout how long shutdown waits for the handlers
 */
record InboundSettings(
    String channel,
    ConnectionSettings connection,
    Optional<StreamSpec> streamToEnsure,
    ConsumerSpec consumer,
    int batch,
    int maxInFlight,
    Ordering ordering,
    FailureSettings failure,
    Duration processingLimit,
    Duration drainTimeout) {

  /**
   * Order of messages.
   *
   * @param perKey whether messages of one key wait for each other
   * @param keyHeader the header that holds the key; the subject is the key where it is absent
   */
  record Ordering(boolean perKey, Optional<String> keyHeader) {}

  static InboundSettings read(Attributes attributes) {
    int maxInFlight = attributes.number("max-in-flight", 32, 1);
    return new InboundSettings(
        attributes.channel(),
        ConnectionAttributes.read(attributes),
        StreamAttributes.read(attributes),
        consumer(attributes),
        Math.min(attributes.number("batch", 32, 1), maxInFlight),
        maxInFlight,
        ordering(attributes),
        FailureSettings.read(attributes),
        attributes.positiveDuration("processing-limit", Duration.ofMinutes(15)),
        attributes.duration("drain-timeout", Duration.ofSeconds(10)));
  }

  private static ConsumerSpec consumer(Attributes attributes) {
    return new ConsumerSpec(
        attributes.required("stream", "ORDERS"),
        attributes.matching(
            "durable",
            attributes.text("durable", attributes.channel()),
            name -> name.chars().noneMatch(c -> " .*>/\\$".indexOf(c) >= 0),
            "give a name without spaces and without . * > / \\ $"),
        attributes.list("subjects"),
        attributes.positiveDuration("ack-wait", Duration.ofSeconds(10)),
        attributes.oneOf(
            "deliver",
            DeliverPolicy.All,
            List.of(DeliverPolicy.All, DeliverPolicy.New),
            DeliverPolicy::toString),
        attributes.number("max-ack-pending", 0, 1));
  }

  private static Ordering ordering(Attributes attributes) {
    String header = attributes.text("key-header", "ce-subject");
    return new Ordering(
        attributes.flag("ordered-per-key", false),
        header.equals("none") ? Optional.empty() : Optional.of(header));
  }
}
