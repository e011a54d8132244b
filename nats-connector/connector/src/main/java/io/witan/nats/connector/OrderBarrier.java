package io.witan.nats.connector;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.witan.nats.connector.stream.ConsumerSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Keeps the order per key across crashes. Messages that the server delivered and that never got
 * here, or that a crashed process held, come again after their ack wait, while new ones would come
 * at once and overtake them. So reading begins when none is out, or when all have come due: the
 * server then delivers those first.
 */
final class OrderBarrier {

  private static final System.Logger LOG = System.getLogger(OrderBarrier.class.getName());
  private static final Duration SLACK = Duration.ofMillis(500);
  private static final Duration TICK = Duration.ofMillis(100);

  private final ConsumerSpec consumer;
  private final IntSupplier held;
  private final StopSignal stop;

  OrderBarrier(ConsumerSpec consumer, IntSupplier held, StopSignal stop) {
    this.consumer = consumer;
    this.held = held;
    this.stop = stop;
  }

  void await(Connection connection)
      throws IOException, JetStreamApiException, InterruptedException {
    JetStreamManagement management = connection.jetStreamManagement();
    if (!othersAreOut(management)) {
      return;
    }
    Duration patience = consumer.ackWait().plus(SLACK);
    LOG.log(
        INFO,
        () ->
            "consumer %s: messages are out elsewhere, waits up to %s for them to keep the order"
                .formatted(consumer.durable(), patience));
    long due = System.nanoTime() + patience.toNanos();
    while (othersAreOut(management) && System.nanoTime() < due && !stop.await(TICK)) {
      LOG.log(DEBUG, () -> "consumer " + consumer.durable() + ": still out");
    }
  }

  private boolean othersAreOut(JetStreamManagement management)
      throws IOException, JetStreamApiException {
    long out = management.getConsumerInfo(consumer.stream(), consumer.durable()).getNumAckPending();
    return out > held.getAsInt();
  }
}
