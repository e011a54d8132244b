package io.witan.nats.connector;

import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.witan.nats.connector.stream.StreamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the stream of a channel, where the channel is to ensure it. */
final class StreamAttributes {

  private static final String SUBJECTS = "stream.subjects";

  private StreamAttributes() {}

  /** The stream to ensure; empty where the channel names no subjects for it. */
  static Optional<StreamSpec> read(Attributes attributes) {
    List<String> subjects = attributes.list(SUBJECTS);
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    String stream = attributes.required("stream", "ORDERS, as " + SUBJECTS + " is set");
    try {
      return Optional.of(spec(attributes, stream, subjects));
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith("channel ")
          ? e
          : attributes.refused("stream", stream, e.getMessage());
    }
  }

  private static StreamSpec spec(Attributes attributes, String stream, List<String> subjects) {
    return StreamSpec.named(stream)
        .subjects(subjects)
        .retention(
            attributes.oneOf(
                "stream.retention",
                RetentionPolicy.Limits,
                List.of(RetentionPolicy.values()),
                RetentionPolicy::toString))
        .storage(
            attributes.oneOf(
                "stream.storage",
                StorageType.File,
                List.of(StorageType.values()),
                StorageType::toString))
        .maxAge(attributes.duration("stream.max-age", Duration.ZERO))
        .maxMessages(attributes.number("stream.max-messages", -1L, -1L))
        .maxBytes(attributes.number("stream.max-bytes", -1L, -1L))
        .duplicateWindow(attributes.duration("stream.duplicate-window", Duration.ofMinutes(2)))
        .replicas(attributes.number("stream.replicas", 1, 1))
        .build();
  }
}
