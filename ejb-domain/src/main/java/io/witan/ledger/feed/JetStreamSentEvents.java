package io.witan.ledger.feed;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.OneAtATime;
import io.witan.ledger.port.SentEvents;
import io.witan.ledger.relay.EventStreams;
import io.witan.ledger.relay.EventStreams.EventStream;
import io.witan.ledger.relay.NatsConnection;
import io.witan.ledger.relay.StreamReader;
import io.witan.neo4j.Graph;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows the event streams, from when somebody first asks for them. After NATS was away it goes on
 * where it was.
 */
@ApplicationScoped
public class JetStreamSentEvents implements SentEvents {
  private static final Logger LOG = Logger.getLogger(JetStreamSentEvents.class.getName());
  private static final long SWEEP_MILLIS = 1_000;

  private final NatsConnection nats;
  private final EventStreams streams;
  private final BackgroundThreads threads;
  private final Executor readers;
  private final Clock clock;
  private final Audience audience = new Audience();
  private final Replay replay;
  private volatile OneAtATime turns;
  private Future<?> sweep;
  private Instant since;
  private Optional<Tap> tap = Optional.empty();
  private long tapped = -1;

  protected JetStreamSentEvents() {
    this(null, null, null, null, null, null);
  }

  /**
   * Follows nothing until somebody asks.
   *
   * @param readers where it is read again, for one who was away, what came meanwhile
   */
  @Inject
  public JetStreamSentEvents(
      Graph graph,
      NatsConnection nats,
      EventStreams streams,
      BackgroundThreads threads,
      ManagedExecutorService readers,
      Clock clock) {
    this(graph, nats, streams, threads, (Executor) readers, clock);
  }

  JetStreamSentEvents(
      Graph graph,
      NatsConnection nats,
      EventStreams streams,
      BackgroundThreads threads,
      Executor readers,
      Clock clock) {
    this.nats = nats;
    this.streams = streams;
    this.threads = threads;
    this.readers = readers;
    this.clock = clock;
    this.replay = new Replay(audience, streams, graph);
  }

  @Override
  public Subscription follow(Optional<String> last, Follower follower) {
    if (turns == null) {
      start();
    }
    Follow follow = audience.join(last, follower);
    nats.problem().ifPresent(problem -> follower.remark(problem + "; events wait"));
    turns.ask();
    return () -> audience.leave(follow);
  }

  private synchronized void start() {
    if (turns != null) {
      return;
    }
    since = clock.instant();
    nats.current().ifPresent(this::beginAtTheEnd);
    OneAtATime asked = new OneAtATime(threads.scheduler(), this::turn);
    nats.start();
    nats.onConnect(asked::ask);
    nats.onLoss(() -> audience.remark("the connection to NATS was lost; events wait"));
    sweep =
        threads
            .scheduler()
            .scheduleWithFixedDelay(asked::ask, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    turns = asked;
  }

  /** Who asks first, asks for what comes from this moment on, not from when all is set up. */
  private void beginAtTheEnd(Connection connection) {
    try {
      Places ends = Places.NOWHERE;
      for (EventStream stream : streams.logs()) {
        ends = ends.with(stream.name(), new StreamReader(connection, stream).last());
      }
      audience.begin(ends);
    } catch (IOException | JetStreamApiException failure) {
      LOG.log(Level.FINE, "the beginning is found by time instead", failure);
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (sweep != null) {
      sweep.cancel(false);
    }
    audience.all().forEach(follow -> follow.follower.end());
    tap.ifPresent(Tap::close);
    tap = Optional.empty();
  }

  private void turn() {
    nats.current().ifPresent(this::turn);
  }

  private void turn(Connection connection) {
    try {
      long generation = nats.generation();
      if (tapped != generation) {
        tap(connection);
        tapped = generation;
      }
      audience.all().forEach(follow -> bringUp(connection, follow));
    } catch (IOException | JetStreamApiException | RuntimeException failure) {
      LOG.log(Level.FINE, "the event streams cannot be followed yet", failure);
    }
  }

  /** The old tap ends with the connection that it was on, or with its loss. */
  private synchronized void tap(Connection connection) throws IOException, JetStreamApiException {
    tap.ifPresent(Tap::close);
    tap = Optional.empty();
    Places places = places(connection);
    audience.begin(places);
    tap = Optional.of(Tap.open(connection, streams, places, audience::take));
    audience.remark("connected to NATS; events follow");
  }

  /** Where each stream is read on: where it was left, or the end of one that was set back. */
  private Places places(Connection connection) throws IOException, JetStreamApiException {
    Optional<Places> read = audience.read();
    Places places = Places.NOWHERE;
    for (EventStream stream : streams.logs()) {
      StreamReader reader = new StreamReader(connection, stream);
      long place =
          read.isPresent()
              ? Math.min(read.get().of(stream.name()), reader.last())
              : reader.lastBefore(since);
      places = places.with(stream.name(), place);
    }
    return places;
  }

  private void bringUp(Connection connection, Follow follow) {
    audience.claim(follow).ifPresent(past -> readPast(connection, follow, past));
  }

  private void readPast(Connection connection, Follow follow, Follow.Past past) {
    try {
      readers.execute(() -> replay(connection, follow, past));
    } catch (RejectedExecutionException stopping) {
      audience.free(follow);
      LOG.log(Level.FINE, "asked for the past while the process stops", stopping);
    }
  }

  private void replay(Connection connection, Follow follow, Follow.Past past) {
    try {
      replay.run(connection, follow, past);
    } catch (IOException | JetStreamApiException | RuntimeException failure) {
      LOG.log(Level.FINE, "the past is read on at the next turn", failure);
    } finally {
      audience.free(follow);
    }
  }
}
