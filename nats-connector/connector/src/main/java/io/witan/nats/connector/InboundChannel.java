package io.witan.nats.connector;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.witan.nats.connector.connection.SharedConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * A channel that reads a durable consumer. It begins when somebody subscribes and holds at most
 * {@code max-in-flight} messages, so it needs no other back pressure.
 */
final class InboundChannel implements Channel {

  private static final System.Logger LOG = System.getLogger(InboundChannel.class.getName());
  private static final JetStreamPublisher.Patience DEAD_LETTER_PATIENCE =
      new JetStreamPublisher.Patience(Duration.ofSeconds(5), 3, Duration.ofMillis(500));
  private static final Duration READER_ENDS_WITHIN = Duration.ofSeconds(3);
  private static final int BEATS_PER_ACK_WAIT = 3;

  private final InboundSettings settings;
  private final SharedConnection connection;
  private final ScheduledExecutorService timer;
  private final ExecutorService emission;
  private final Thread reader;
  private final InFlight inFlight;
  private final Dispatcher dispatcher;
  private final ChannelState state = new ChannelState();
  private final StopSignal stop = new StopSignal();
  private final AtomicBoolean subscribed = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile ScheduledFuture<?> heartbeat;
  private volatile MultiEmitter<? super Message<byte[]>> emitter;

  InboundChannel(
      InboundSettings settings,
      SharedConnection connection,
      ScheduledExecutorService timer,
      ChannelThreads threads) {
    this.settings = settings;
    this.connection = connection;
    this.timer = timer;
    this.emission = threads.single(settings.channel() + "-emit");
    Acknowledger acknowledger = new JetStreamAcknowledger(connection);
    Permits permits = new Permits(settings.maxInFlight());
    this.inFlight = new InFlight(acknowledger, settings.processingLimit());
    this.dispatcher =
        new Dispatcher(
            settings.ordering(),
            inFlight,
            permits,
            acknowledger,
            FailureStrategies.choose(
                settings.failure(),
                new JetStreamPublisher(connection, timer, DEAD_LETTER_PATIENCE)),
            timer);
    OrderBarrier barrier = new OrderBarrier(settings.consumer(), inFlight::count, stop);
    this.reader =
        threads
            .named(settings.channel() + "-read")
            .newThread(
                new PullLoop(settings, connection, barrier, permits, dispatcher, state, stop));
  }

  Flow.Publisher<Message<byte[]>> publisher() {
    return Multi.createFrom().<Message<byte[]>>emitter(this::start, BackPressureStrategy.BUFFER);
  }

  @Override
  public String name() {
    return settings.channel();
  }

  @Override
  public Optional<String> whyNotReady() {
    return state.whyDead().or(this::whyDisconnected).or(state::whyNotReady);
  }

  @Override
  public Optional<String> whyDead() {
    return state.whyDead().or(inFlight::stuck);
  }

  @Override
  public boolean hasStarted() {
    return state.hasStarted();
  }

  /** Reads no more, waits for the handlers, returns to the server what they did not finish. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    stop.give();
    try {
      awaitHandlers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dispatcher.abandon();
    end();
  }

  private void start(MultiEmitter<? super Message<byte[]>> subscriber) {
    if (!subscribed.compareAndSet(false, true)) {
      subscriber.fail(
          new IllegalStateException("channel " + name() + " already has its one subscriber"));
      return;
    }
    emitter = subscriber;
    subscriber.onTermination(stop::give);
    dispatcher.open(new EmitterOutlet());
    long period = settings.consumer().ackWait().dividedBy(BEATS_PER_ACK_WAIT).toMillis();
    heartbeat = timer.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    reader.start();
  }

  private void beat() {
    try {
      inFlight.beat();
    } catch (RuntimeException e) {
      // Thrown on, it would end the heartbeat for good.
      LOG.log(WARNING, () -> "channel " + name() + ": heartbeat failed", e);
    }
  }

  private Optional<String> whyDisconnected() {
    return connection.isConnected() ? Optional.empty() : connection.problem();
  }

  private void awaitHandlers() throws InterruptedException {
    long end = System.nanoTime() + settings.drainTimeout().toNanos();
    if (!connection.isConnected()) {
      reader.interrupt();
    }
    reader.join(READER_ENDS_WITHIN.toMillis());
    while (inFlight.count() > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    LOG.log(INFO, () -> "channel " + name() + " closes; unfinished: " + inFlight.count());
  }

  private void end() {
    if (heartbeat != null) {
      heartbeat.cancel(false);
    }
    emission.shutdown();
    state.closed();
    if (emitter != null) {
      emitter.complete();
    }
  }

  /** Emits on one thread, so that messages leave in the order of their turns. */
  private final class EmitterOutlet implements Dispatcher.Outlet {

    @Override
    public boolean emit(Delivery delivery) {
      if (emitter.isCancelled()) {
        return false;
      }
      try {
        emission.execute(() -> emitter.emit(toMessage(delivery)));
        return true;
      } catch (RejectedExecutionException e) {
        LOG.log(INFO, () -> "channel " + name() + " is closed: " + delivery + " goes back", e);
        return false;
      }
    }

    @Override
    public void fail(Throwable reason) {
      stop.give();
      state.failed("ended by a failure: " + reason);
      emission.execute(() -> emitter.fail(reason));
    }

    private Message<byte[]> toMessage(Delivery delivery) {
      AtomicBoolean answered = new AtomicBoolean();
      return Message.of(
          delivery.payload(),
          Metadata.of(delivery.metadata()),
          () ->
              answered.compareAndSet(false, true)
                  ? dispatcher.succeeded(delivery)
                  : CompletableFuture.completedFuture(null),
          reason ->
              answered.compareAndSet(false, true)
                  ? dispatcher.failed(delivery, reason)
                  : CompletableFuture.completedFuture(null));
    }
  }
}
