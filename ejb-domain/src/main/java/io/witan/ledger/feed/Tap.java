package io.witan.ledger.feed;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.Subscription;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.witan.ledger.relay.EventStreams;
import io.witan.ledger.relay.EventStreams.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Reads the event streams from known places on, as long as one connection lasts: an ordered
 * consumer for each stream, which is nobody's but this process's and ends with it.
 */
final class Tap implements AutoCloseable {
  /** The stream of what is kept in none. */
  static final String NO_STREAM = "";

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private final Connection connection;
  private final Dispatcher dispatcher;
  private final BiConsumer<String, Message> each;

  private Tap(Connection connection, BiConsumer<String, Message> each) {
    this.connection = connection;
    this.dispatcher = connection.createDispatcher();
    this.each = each;
  }

  /**
   * Starts to read.
   *
   * @param read the places up to which each stream was read before
   * @param each gets the name of the stream and the message, on one thread
   */
  static Tap open(
      Connection connection, EventStreams streams, Places read, BiConsumer<String, Message> each)
      throws IOException, JetStreamApiException {
    Tap tap = new Tap(connection, each);
    boolean open = false;
    try {
      // First, so that the server has this one, too, when it has answered for the others.
      Subscription unused =
          tap.dispatcher.subscribe(
              EventStreams.LIVE_ONLY + ">", message -> each.accept(NO_STREAM, message));
      for (EventStream stream : streams.logs()) {
        tap.read(stream, read.of(stream.name()) + 1);
      }
      open = true;
      return tap;
    } finally {
      if (!open) {
        tap.close();
      }
    }
  }

  private void read(EventStream stream, long from) throws IOException, JetStreamApiException {
    ConsumerConfiguration place =
        ConsumerConfiguration.builder()
            .deliverPolicy(DeliverPolicy.ByStartSequence)
            .startSequence(from)
            .idleHeartbeat(HEARTBEAT)
            .build();
    JetStreamSubscription unused =
        connection
            .jetStream()
            .subscribe(
                null,
                dispatcher,
                message -> each.accept(stream.name(), message),
                false,
                PushSubscribeOptions.builder().stream(stream.name())
                    .ordered(true)
                    .configuration(place)
                    .build());
  }

  @Override
  public void close() {
    if (connection.getStatus() != Connection.Status.CLOSED) {
      connection.closeDispatcher(dispatcher);
    }
  }
}
