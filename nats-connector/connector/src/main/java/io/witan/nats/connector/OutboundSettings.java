package io.witan.nats.connector;

import io.witan.nats.connector.connection.ConnectionSettings;
import io.witan.nats.connector.stream.StreamSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * What an outgoing channel does, checked.
 *
 * @param channel its name
 * @param connection how it reaches NATS
 * @param streamToEnsure the stream to create or update before publishing; empty if others do that
 * @param subject of messages that name none
 * @param maxInFlight how many messages may wait for the server's answer
 * @param patience how long and how often a message is tried
 * @param drainTimeout how long shutdown waits for the last answers
 */
record OutboundSettings(
    String channel,
    ConnectionSettings connection,
    Optional<StreamSpec> streamToEnsure,
    Optional<String> subject,
    int maxInFlight,
    JetStreamPublisher.Patience patience,
    Duration drainTimeout) {

  static OutboundSettings read(Attributes attributes) {
    attributes
        .text("subject")
        .ifPresent(
            subject ->
                attributes.matching(
                    "subject",
                    subject,
                    s -> s.chars().noneMatch(c -> " *>".indexOf(c) >= 0),
                    "give a subject without spaces and wildcards, such as orders.created"));
    return new OutboundSettings(
        attributes.channel(),
        ConnectionAttributes.read(attributes),
        StreamAttributes.read(attributes),
        attributes.text("subject"),
        attributes.number("max-in-flight", 256, 1),
        new JetStreamPublisher.Patience(
            attributes.positiveDuration("publish-timeout", Duration.ofSeconds(5)),
            attributes.number("retries", 5, 0),
            attributes.positiveDuration("retry-wait", Duration.ofMillis(200))),
        attributes.duration("drain-timeout", Duration.ofSeconds(10)));
  }
}
