package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.PublishOptions;
import io.nats.client.api.PublishAck;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.relay.EventStreams.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes events: all aggregates at once, those of one aggregate one after the other, each after
 * the acknowledgement of the one before.
 */
final class Shipper {
  private static final int MESSAGE_TOO_LARGE = 10054;
  private static final int OTHER_STREAM = 10060;
  private static final Set<Integer> HOPELESS = Set.of(MESSAGE_TOO_LARGE, OTHER_STREAM);

  private final EventStreams streams;
  private final Duration ackTimeout;

  Shipper(EventStreams streams, Duration ackTimeout) {
    this.streams = streams;
    this.ackTimeout = ackTimeout;
  }

  /** Returns when every lane has come to its end or to its first failure. */
  Shipment ship(Connection connection, Collection<List<OutboxMessage>> lanes) throws IOException {
    JetStream jetStream = connection.jetStream();
    Shipment shipment = new Shipment();
    CompletableFuture<?>[] ends =
        lanes.stream()
            .map(lane -> send(new Way(connection, jetStream, shipment), lane))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).join();
    return shipment;
  }

  private record Way(Connection connection, JetStream jetStream, Shipment shipment) {}

  private CompletableFuture<Void> send(Way way, List<OutboxMessage> lane) {
    CompletableFuture<Void> end = CompletableFuture.completedFuture(null);
    for (OutboxMessage message : lane) {
      end = end.thenCompose(before -> send(way, message));
    }
    return end.exceptionally(
        failure -> {
          way.shipment().failed(reason(failure));
          return null;
        });
  }

  private CompletableFuture<Void> send(Way way, OutboxMessage message) {
    if (streams.isLiveOnly(message.subject())) {
      return live(way, message);
    }
    Optional<EventStream> stream = streams.of(message.subject());
    if (stream.isEmpty()) {
      way.shipment().park(message.messageId(), "no stream takes the subject " + message.subject());
      return CompletableFuture.completedFuture(null);
    }
    return stored(way, message, stream.get());
  }

  private CompletableFuture<Void> stored(Way way, OutboxMessage message, EventStream stream) {
    return publish(way, message, stream)
        .orTimeout(ackTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (ack, failure) -> {
              if (failure == null) {
                way.shipment()
                    .sent(new SentMessage(message.messageId(), ack.getStream(), ack.getSeqno()));
              } else if (isHopeless(cause(failure))) {
                way.shipment().park(message.messageId(), reason(failure));
              } else {
                throw new CompletionException(cause(failure));
              }
              return null;
            });
  }

  private static CompletableFuture<PublishAck> publish(
      Way way, OutboxMessage message, EventStream stream) {
    PublishOptions options =
        PublishOptions.builder()
            .messageId(message.messageId())
            .expectedStream(stream.name())
            .build();
    try {
      return way.jetStream()
          .publishAsync(message.subject(), CloudEventHeaders.of(message), bytes(message), options);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private static CompletableFuture<Void> live(Way way, OutboxMessage message) {
    try {
      way.connection().publish(message.subject(), CloudEventHeaders.of(message), bytes(message));
      way.shipment().sent(new SentMessage(message.messageId(), "", 0));
      return CompletableFuture.completedFuture(null);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private static byte[] bytes(OutboxMessage message) {
    return message.payload().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the same event would be refused again, whatever the state of the server. */
  private static boolean isHopeless(Throwable failure) {
    return failure instanceof IllegalArgumentException
        || (failure instanceof JetStreamApiException refused
            && HOPELESS.contains(refused.getApiErrorCode()));
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof RuntimeException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String reason(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof TimeoutException
        ? "NATS did not acknowledge in time"
        : String.valueOf(cause.getMessage());
  }
}
