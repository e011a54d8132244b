package io.witan.nats.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How an outgoing message is published.
 *
 * @param messageId the {@code Nats-Msg-Id}: the stream drops a second message of this id within its
 *     duplicate window; a random one where absent
 * @param subject instead of the channel's
 * @param headers ASCII names and values
 */
public record OutgoingJetStreamMetadata(
    Optional<String> messageId, Optional<String> subject, Map<String, String> headers) {

  /** Copies the headers. */
  public OutgoingJetStreamMetadata {
    headers = Map.copyOf(headers);
  }

  static OutgoingJetStreamMetadata none() {
    return builder().build();
  }

  /** Collects the parts; all are optional. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of an {@link OutgoingJetStreamMetadata}. */
  public static final class Builder {

    private Optional<String> messageId = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    /** The id by which the stream knows duplicates. */
    public Builder messageId(String messageId) {
      this.messageId = Optional.of(messageId);
      return this;
    }

    /** The subject, instead of the channel's. */
    public Builder subject(String subject) {
      this.subject = Optional.of(subject);
      return this;
    }

    /** One header. */
    public Builder header(String name, String value) {
      headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** The finished metadata. */
    public OutgoingJetStreamMetadata build() {
      return new OutgoingJetStreamMetadata(messageId, subject, headers);
    }
  }
}
