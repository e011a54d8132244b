package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamState;
import io.nats.client.impl.Headers;
import io.witan.ledger.relay.EventStreams.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads which message ids a stream holds, and where. */
public final class StreamReader {
  private static final int NO_MESSAGE = 10037;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration INACTIVE = Duration.ofSeconds(30);
  private static final String MESSAGE_ID = "Nats-Msg-Id";

  private final Connection connection;
  private final JetStreamManagement management;
  private final EventStream stream;

  /** A reader of one stream, on a connection that is there. */
  public StreamReader(Connection connection, EventStream stream) throws IOException {
    this.connection = connection;
    this.management = connection.jetStreamManagement();
    this.stream = stream;
  }

  StreamState state() throws IOException, JetStreamApiException {
    return management.getStreamInfo(stream.name()).getStreamState();
  }

  /** The place of the last message; where the next one comes after. */
  public long last() throws IOException, JetStreamApiException {
    return state().getLastSequence();
  }

  /** The place of the last message that was stored before a time. */
  public long lastBefore(Instant time) throws IOException, JetStreamApiException {
    Optional<Long> first = firstSince(time);
    return first.isPresent() ? first.get() - 1 : last();
  }

  /** When the message at a place was stored; absent where there is none. */
  public Optional<Instant> storedAt(long sequence) throws IOException, JetStreamApiException {
    return message(sequence).map(message -> message.getTime().toInstant());
  }

  /** The id of the message at a place; absent where there is none, or one without an id. */
  Optional<String> at(long sequence) throws IOException, JetStreamApiException {
    return message(sequence).flatMap(message -> id(message.getHeaders()));
  }

  private Optional<MessageInfo> message(long sequence) throws IOException, JetStreamApiException {
    try {
      return Optional.of(management.getMessage(stream.name(), sequence));
    } catch (JetStreamApiException refused) {
      if (refused.getApiErrorCode() == NO_MESSAGE) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** The place of the first message that was stored at a time or later. */
  Optional<Long> firstSince(Instant time) throws IOException, JetStreamApiException {
    try {
      MessageInfo first = management.getFirstMessage(stream.name(), time.atZone(ZoneOffset.UTC));
      return Optional.of(first.getSeq());
    } catch (JetStreamApiException refused) {
      if (refused.getApiErrorCode() == NO_MESSAGE) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Hands on every message with an id from one place to another, both included. */
  void read(long from, long to, Consumer<SentMessage> each)
      throws IOException, JetStreamApiException {
    if (from > to) {
      return;
    }
    if (stream.isQueue()) {
      readOneByOne(from, to, each);
    } else {
      readByConsumer(from, to, each);
    }
  }

  // A work queue takes no second consumer.
  private void readOneByOne(long from, long to, Consumer<SentMessage> each)
      throws IOException, JetStreamApiException {
    long next = from;
    while (next <= to) {
      MessageInfo message;
      try {
        message = management.getNextMessage(stream.name(), next, stream.prefix() + ">");
      } catch (JetStreamApiException refused) {
        if (refused.getApiErrorCode() == NO_MESSAGE) {
          return;
        }
        throw refused;
      }
      hand(message.getSeq(), message.getHeaders(), to, each);
      next = message.getSeq() + 1;
    }
  }

  private void readByConsumer(long from, long to, Consumer<SentMessage> each)
      throws IOException, JetStreamApiException {
    JetStreamSubscription subscription = connection.jetStream().subscribe(null, headersFrom(from));
    try {
      long left = subscription.getConsumerInfo().getNumPending();
      long last = from - 1;
      while (left > 0 && last < to) {
        List<Message> batch = subscription.fetch((int) Math.min(left, BATCH), PATIENCE);
        if (batch.isEmpty()) {
          throw new IOException("the stream %s fell silent while read".formatted(stream.name()));
        }
        for (Message message : batch) {
          last = message.metaData().streamSequence();
          hand(last, message.getHeaders(), to, each);
        }
        left -= batch.size();
      }
    } finally {
      String consumer = subscription.getConsumerName();
      subscription.unsubscribe();
      forget(consumer);
    }
  }

  private void forget(String consumer) throws IOException {
    try {
      boolean unused = management.deleteConsumer(stream.name(), consumer);
    } catch (JetStreamApiException gone) {
      // It ends by itself when nobody reads it.
      connection.getOptions().getErrorListener().exceptionOccurred(connection, gone);
    }
  }

  private PullSubscribeOptions headersFrom(long from) {
    return PullSubscribeOptions.builder().stream(stream.name())
        .configuration(
            ConsumerConfiguration.builder()
                .ackPolicy(AckPolicy.None)
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(from)
                .headersOnly(true)
                .memStorage(true)
                .inactiveThreshold(INACTIVE)
                .build())
        .build();
  }

  private void hand(long sequence, Headers headers, long to, Consumer<SentMessage> each) {
    if (sequence <= to) {
      id(headers).ifPresent(id -> each.accept(new SentMessage(id, stream.name(), sequence)));
    }
  }

  private static Optional<String> id(Headers headers) {
    return Optional.ofNullable(headers).map(all -> all.getFirst(MESSAGE_ID));
  }
}
