package io.witan.nats.connector;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.nats.connector.connection.SharedConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Reads until told to stop: waits for the connection, puts the consumer in place, pulls, and starts
 * over when the connection was lost or something else went wrong.
 */
final class PullLoop implements Runnable {

  private static final System.Logger LOG = System.getLogger(PullLoop.class.getName());

  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final InboundSettings settings;
  private final SharedConnection connection;
  private final OrderBarrier barrier;
  private final Permits permits;
  private final Dispatcher dispatcher;
  private final ChannelState state;
  private final StopSignal stop;

  /** The last trouble that was logged: the same one, tried again every second, is not new. */
  private String told = "";

  PullLoop(
      InboundSettings settings,
      SharedConnection connection,
      OrderBarrier barrier,
      Permits permits,
      Dispatcher dispatcher,
      ChannelState state,
      StopSignal stop) {
    this.settings = settings;
    this.connection = connection;
    this.barrier = barrier;
    this.permits = permits;
    this.dispatcher = dispatcher;
    this.state = state;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      while (!stop.isGiven()) {
        read();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      dispatcher.readingEnded();
    }
  }

  private void read() throws InterruptedException {
    try {
      Connection open = connection.await();
      long epoch = connection.epoch();
      new InboundSetup(settings).ensure(open);
      if (settings.ordering().perKey()) {
        barrier.await(open);
      }
      pull(open, epoch);
    } catch (IOException | JetStreamApiException | RuntimeException e) {
      interrupted(e);
    }
  }

  private void pull(Connection open, long epoch)
      throws IOException, JetStreamApiException, InterruptedException {
    PullSession session = PullSession.open(open, settings, permits);
    try {
      state.ready();
      told = "";
      LOG.log(INFO, () -> "channel " + settings.channel() + " reads " + settings.consumer());
      while (!stop.isGiven() && connection.epoch() == epoch) {
        session.next(() -> connection.epoch() == epoch).ifPresent(dispatcher::accept);
      }
    } finally {
      boolean valid = connection.epoch() == epoch;
      List<Delivery> late = session.end();
      if (valid) {
        late.forEach(dispatcher::accept);
      } else {
        permits.giveBack(late.size());
      }
    }
  }

  private void interrupted(Exception e) throws InterruptedException {
    if (stop.isGiven()) {
      return;
    }
    String why = connection.problem().orElse(e.toString());
    state.waiting(why);
    if (!why.equals(told)) {
      LOG.log(WARNING, () -> "channel " + settings.channel() + " does not read yet: " + why);
      told = why;
    }
    LOG.log(DEBUG, "the cause of it", e);
    stop.await(BEFORE_NEXT_TRY);
  }
}
