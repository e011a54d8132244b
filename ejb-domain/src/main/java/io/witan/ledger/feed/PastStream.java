package io.witan.ledger.feed;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/** The messages of a stream between two places, one after the other. */
final class PastStream implements AutoCloseable {
  private static final int BATCH = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration INACTIVE = Duration.ofSeconds(30);

  private final String name;
  private final long to;
  private final JetStreamSubscription subscription;
  private final Deque<Message> fetched = new ArrayDeque<>();
  private long left;

  /** From the first place to the second, both included. */
  PastStream(Connection connection, String name, long from, long to)
      throws IOException, JetStreamApiException {
    this.name = name;
    this.to = to;
    this.subscription =
        connection
            .jetStream()
            .subscribe(
                null,
                PullSubscribeOptions.builder().stream(name)
                    .configuration(
                        ConsumerConfiguration.builder()
                            .ackPolicy(AckPolicy.None)
                            .deliverPolicy(DeliverPolicy.ByStartSequence)
                            .startSequence(from)
                            .memStorage(true)
                            .inactiveThreshold(INACTIVE)
                            .build())
                    .build());
    this.left = subscription.getConsumerInfo().getNumPending();
  }

  String name() {
    return name;
  }

  /** Whether there is another message. */
  boolean hasNext() throws IOException {
    if (fetched.isEmpty() && left > 0) {
      fetched.addAll(subscription.fetch((int) Math.min(left, BATCH), PATIENCE));
      if (fetched.isEmpty()) {
        throw new IOException("the stream %s fell silent while read".formatted(name));
      }
      left -= fetched.size();
    }
    if (!fetched.isEmpty() && fetched.element().metaData().streamSequence() > to) {
      fetched.clear();
      left = 0;
    }
    return !fetched.isEmpty();
  }

  /** When the next message was stored. */
  ZonedDateTime time() {
    return fetched.element().metaData().timestamp();
  }

  Message next() {
    return fetched.remove();
  }

  /** The consumer ends by itself when nobody reads it. */
  @Override
  public void close() {
    if (subscription.isActive()) {
      subscription.unsubscribe();
    }
  }
}
