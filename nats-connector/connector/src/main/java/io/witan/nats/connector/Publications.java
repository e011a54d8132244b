package io.witan.nats.connector;

import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Turns an outgoing message into what is published. */
final class Publications {

  private final Optional<String> defaultSubject;

  Publications(Optional<String> defaultSubject) {
    this.defaultSubject = defaultSubject;
  }

  JetStreamPublisher.Publication of(Message<?> message) {
    OutgoingJetStreamMetadata metadata =
        message
            .getMetadata(OutgoingJetStreamMetadata.class)
            .orElseGet(OutgoingJetStreamMetadata::none);
    Headers headers = new Headers();
    metadata.headers().forEach((name, value) -> headers.put(name, value));
    return new JetStreamPublisher.Publication(
        subject(metadata),
        headers,
        bytes(message.getPayload()),
        metadata.messageId().orElseGet(() -> UUID.randomUUID().toString()));
  }

  private String subject(OutgoingJetStreamMetadata metadata) {
    return metadata
        .subject()
        .or(() -> defaultSubject)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no subject: set the channel's attribute 'subject', or one in "
                        + OutgoingJetStreamMetadata.class.getSimpleName()));
  }

  private static byte[] bytes(Object payload) {
    if (payload instanceof byte[] bytes) {
      return bytes;
    }
    if (payload instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException(
        "payload of " + payload.getClass().getName() + ": send byte[] or String");
  }
}
