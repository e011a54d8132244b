package io.witan.nats.connector;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.nats.client.JetStreamApiException;
import io.nats.client.api.PublishAck;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.witan.nats.connector.connection.SharedConnection;
import io.witan.nats.connector.stream.StreamEnsurer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A channel that publishes. A message is acknowledged when the server has stored it, and refused
 * when it has not. It takes {@code max-in-flight} messages at once and one more for each answer.
 */
final class OutboundChannel implements Channel, Flow.Subscriber<Message<?>> {

  private static final System.Logger LOG = System.getLogger(OutboundChannel.class.getName());
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final OutboundSettings settings;
  private final SharedConnection connection;
  private final JetStreamPublisher publisher;
  private final Publications publications;
  private final Thread starter;
  private final ChannelState state = new ChannelState();
  private final StopSignal stop = new StopSignal();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile Flow.Subscription upstream;

  OutboundChannel(
      OutboundSettings settings,
      SharedConnection connection,
      ScheduledExecutorService timer,
      ChannelThreads threads) {
    this.settings = settings;
    this.connection = connection;
    this.publisher = new JetStreamPublisher(connection, timer, settings.patience());
    this.publications = new Publications(settings.subject());
    this.starter = threads.named(settings.channel() + "-start").newThread(this::start);
  }

  @Override
  public String name() {
    return settings.channel();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    starter.start();
    subscription.request(settings.maxInFlight());
  }

  @Override
  public void onNext(Message<?> message) {
    inFlight.incrementAndGet();
    publish(message)
        .whenComplete(
            (ack, error) ->
                answer(message, ack, error).whenComplete((done, failure) -> finished(failure)));
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(ERROR, () -> "channel " + name() + " ends: its source failed", failure);
    state.failed("its source failed: " + failure);
  }

  @Override
  public void onComplete() {
    state.closed();
  }

  @Override
  public Optional<String> whyNotReady() {
    Optional<String> disconnected =
        connection.isConnected() ? Optional.empty() : connection.problem();
    return state.whyDead().or(() -> disconnected).or(state::whyNotReady);
  }

  @Override
  public Optional<String> whyDead() {
    return state.whyDead();
  }

  @Override
  public boolean hasStarted() {
    return state.hasStarted();
  }

  /** Takes no more and waits for the answers that are out. */
  @Override
  public void close() {
    stop.give();
    starter.interrupt();
    if (upstream != null) {
      upstream.cancel();
    }
    try {
      long end = System.nanoTime() + settings.drainTimeout().toNanos();
      while (inFlight.get() > 0 && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    state.closed();
  }

  private CompletionStage<PublishAck> publish(Message<?> message) {
    try {
      return publisher.publish(publications.of(message));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private CompletionStage<Void> answer(Message<?> message, PublishAck ack, Throwable error) {
    if (error == null) {
      OutgoingMessageMetadata.setResultOnMessage(message, ack);
      return message.ack();
    }
    LOG.log(WARNING, () -> "channel " + name() + ": not published", error);
    return message.nack(error);
  }

  private void finished(Throwable error) {
    if (error != null) {
      LOG.log(WARNING, () -> "channel " + name() + ": the sender did not take the answer", error);
    }
    inFlight.decrementAndGet();
    upstream.request(1);
  }

  private void start() {
    try {
      while (!stop.isGiven() && !ensured()) {
        stop.await(BEFORE_NEXT_TRY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ensured() throws InterruptedException {
    try {
      StreamEnsurer streams = new StreamEnsurer(connection.await());
      if (settings.streamToEnsure().isPresent()) {
        streams.ensure(settings.streamToEnsure().get());
      }
      state.ready();
      return true;
    } catch (IOException | JetStreamApiException | RuntimeException e) {
      String why = connection.problem().orElse(e.toString());
      state.waiting(why);
      LOG.log(WARNING, () -> "channel " + name() + " is not ready: " + why, e);
      return false;
    }
  }
}
