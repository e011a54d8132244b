package io.witan.nats.connector;

import static java.lang.System.Logger.Level.DEBUG;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullRequestOptions;
import io.nats.client.PullSubscribeOptions;
import io.witan.nats.connector.stream.ConsumerSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * One subscription to a pull consumer. It asks for as many messages as there are permits, so that
 * none lies in a buffer where its ack wait would run out unseen.
 */
final class PullSession {

  private static final System.Logger LOG = System.getLogger(PullSession.class.getName());
  private static final Duration EXPIRES = Duration.ofSeconds(5);
  private static final Duration OVERDUE = EXPIRES.plusSeconds(1);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration DRAIN = Duration.ofSeconds(1);

  private final Connection connection;
  private final JetStreamSubscription subscription;
  private final int batch;
  private final Permits permits;
  private int outstanding;
  private long asked;

  private PullSession(
      Connection connection, JetStreamSubscription subscription, int batch, Permits permits) {
    this.connection = connection;
    this.subscription = subscription;
    this.batch = batch;
    this.permits = permits;
  }

  static PullSession open(Connection connection, InboundSettings settings, Permits permits)
      throws IOException, JetStreamApiException {
    ConsumerSpec consumer = settings.consumer();
    JetStreamSubscription subscription =
        connection
            .jetStream()
            .subscribe(null, PullSubscribeOptions.fastBind(consumer.stream(), consumer.durable()));
    return new PullSession(connection, subscription, settings.batch(), permits);
  }

  /**
   * The next delivery, with a permit taken for it; empty if none comes for a moment.
   *
   * @param valid false when what has just arrived must be dropped, as it may have overtaken others
   */
  Optional<Delivery> next(BooleanSupplier valid) throws InterruptedException {
    if (!ask()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    Message message = subscription.nextMessage(TICK);
    if (message == null) {
      if (System.nanoTime() - start < TICK.toNanos() / 2) {
        // A status ended the pull before its time.
        forgetPull();
      }
      return Optional.empty();
    }
    if (!valid.getAsBoolean()) {
      return Optional.empty();
    }
    outstanding--;
    return Optional.of(Delivery.of(message));
  }

  private boolean ask() throws InterruptedException {
    if (outstanding > 0 && System.nanoTime() - asked < OVERDUE.toNanos()) {
      return true;
    }
    forgetPull();
    int wanted = permits.takeUpTo(batch, TICK);
    if (wanted > 0) {
      subscription.pull(PullRequestOptions.builder(wanted).expiresIn(EXPIRES).build());
      outstanding = wanted;
      asked = System.nanoTime();
    }
    return wanted > 0;
  }

  private void forgetPull() {
    permits.giveBack(outstanding);
    outstanding = 0;
  }

  /** Ends the pull and answers what had already been sent, permits taken. */
  List<Delivery> end() throws InterruptedException {
    List<Delivery> late = new ArrayList<>();
    try {
      if (connection.getStatus() == Connection.Status.CONNECTED) {
        drainInto(late);
      }
    } catch (IllegalStateException e) {
      LOG.log(DEBUG, "the connection went meanwhile: the server delivers the rest again", e);
    }
    forgetPull();
    return late;
  }

  private void drainInto(List<Delivery> late) throws InterruptedException {
    CompletableFuture<Boolean> drained = subscription.drain(DRAIN);
    while (outstanding > 0) {
      Message message = subscription.nextMessage(MOMENT);
      if (message != null) {
        outstanding--;
        late.add(Delivery.of(message));
      } else if (drained.isDone()) {
        return;
      }
    }
  }
}
