package io.witan.nats.connector.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.ConsumerInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes sure that a durable pull consumer exists as specified, any number of times.
 *
 * <p>Ack wait, pending limit, filters and a limit of deliveries that somebody set are updated. A
 * push consumer, another acknowledgement or another start are conflicts.
 */
public final class ConsumerEnsurer {

  private static final int UNLIMITED = -1;
  private static final Duration[] NO_BACKOFF = {};

  private final JetStreamManagement management;

  /** Works on the account of an open connection. */
  public ConsumerEnsurer(Connection connection) throws IOException {
    this.management = connection.jetStreamManagement();
  }

  /**
   * Creates or updates the consumer.
   *
   * @return the consumer as the server now has it
   * @throws JetStreamConflictException where the stream is missing or what exists cannot be changed
   *     into the specification
   */
  public ConsumerInfo ensure(ConsumerSpec spec) throws IOException, JetStreamApiException {
    Optional<ConsumerInfo> existing = find(spec);
    if (existing.isEmpty()) {
      return management.createConsumer(spec.stream(), write(ConsumerConfiguration.builder(), spec));
    }
    ConsumerConfiguration present = existing.get().getConsumerConfiguration();
    refuseConflicts(present, spec);
    return same(present, spec)
        ? existing.get()
        : management.updateConsumer(
            spec.stream(), write(ConsumerConfiguration.builder(present), spec));
  }

  private Optional<ConsumerInfo> find(ConsumerSpec spec) throws IOException, JetStreamApiException {
    try {
      return Optional.of(management.getConsumerInfo(spec.stream(), spec.durable()));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == ApiErrors.STREAM_NOT_FOUND) {
        throw new JetStreamConflictException(
            "consumer '%s' needs stream '%s', which does not exist: name its subjects to have it created"
                .formatted(spec.durable(), spec.stream()));
      }
      if (e.getApiErrorCode() == ApiErrors.CONSUMER_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ConsumerConfiguration write(
      ConsumerConfiguration.Builder builder, ConsumerSpec spec) {
    builder
        .durable(spec.durable())
        .ackPolicy(AckPolicy.Explicit)
        .deliverPolicy(spec.deliver())
        .ackWait(spec.ackWait())
        .maxDeliver(UNLIMITED)
        .backoff(NO_BACKOFF)
        .filterSubjects(spec.filters());
    if (spec.maxAckPending() > 0) {
      builder.maxAckPending(spec.maxAckPending());
    }
    return builder.build();
  }

  private static boolean same(ConsumerConfiguration present, ConsumerSpec spec) {
    return present.getAckWait().equals(spec.ackWait())
        && present.getMaxDeliver() == UNLIMITED
        && present.getBackoff().isEmpty()
        && filters(present).equals(spec.filters())
        && (spec.maxAckPending() == 0 || present.getMaxAckPending() == spec.maxAckPending());
  }

  private static List<String> filters(ConsumerConfiguration present) {
    List<String> filters = present.getFilterSubjects();
    return filters == null ? List.of() : filters;
  }

  private static void refuseConflicts(ConsumerConfiguration present, ConsumerSpec spec) {
    if (present.getDeliverSubject() != null) {
      throw conflict(spec, "is a push consumer, wanted a pull consumer");
    }
    if (present.getAckPolicy() != AckPolicy.Explicit) {
      throw conflict(
          spec,
          "acknowledges '" + present.getAckPolicy() + "', wanted '" + AckPolicy.Explicit + "'");
    }
    if (present.getDeliverPolicy() != spec.deliver()) {
      throw conflict(
          spec,
          "starts at '%s', wanted '%s'".formatted(present.getDeliverPolicy(), spec.deliver()));
    }
  }

  private static JetStreamConflictException conflict(ConsumerSpec spec, String difference) {
    return new JetStreamConflictException(
        "consumer '%s' of stream '%s' %s: that cannot be changed; use another durable name or remove the consumer"
            .formatted(spec.durable(), spec.stream(), difference));
  }
}
