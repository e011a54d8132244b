package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Backlog;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.adapter.Lease;
import io.witan.ledger.adapter.OneAtATime;
import io.witan.ledger.port.RelayStatus;
import io.witan.neo4j.Graph;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends committed events to NATS JetStream. Of all processes one is active, by a lease in the
 * graph; the others take over when it falls silent.
 *
 * <p>It is woken by commits of this process, by a message from the others, by a regained connection
 * and, as a net, every few seconds. It is started once the schema is there.
 */
@ApplicationScoped
public class Relay implements RelayStatus {
  /** Where a process that does not send tells the one that does that something waits. */
  static final String WAKE = "witan.relay.wake";

  /** Which lease lets a process send. */
  static final String LEASE = "outbox";

  private static final Logger LOG = Logger.getLogger(Relay.class.getName());
  private static final byte[] NOTHING = {};

  private final NatsConnection nats;
  private final Upkeep upkeep;
  private final RelaySettings settings;
  private final BackgroundThreads threads;
  private final Lease lease;
  private final RelayHealth health;
  private final RelayRound round;
  private final ReentrantLock sending = new ReentrantLock();
  private Future<?> sweep;
  private volatile OneAtATime rounds;
  private Connection listening;

  protected Relay() {
    this.nats = null;
    this.upkeep = null;
    this.settings = null;
    this.threads = null;
    this.lease = null;
    this.health = null;
    this.round = null;
  }

  @Inject
  public Relay(
      Graph graph,
      NatsConnection nats,
      EventStreams streams,
      Upkeep upkeep,
      Backlog backlog,
      RelaySettings settings,
      BackgroundThreads threads,
      Clock clock) {
    this.nats = nats;
    this.upkeep = upkeep;
    this.settings = settings;
    this.threads = threads;
    RelayOutbox outbox = new RelayOutbox(graph);
    this.lease = new Lease(graph, LEASE, settings.lease());
    this.health = new RelayHealth(outbox, backlog, clock);
    StreamComparison comparison = new StreamComparison(outbox, clock, settings.lookBack());
    this.round = new RelayRound(nats, streams, lease, outbox, comparison, health, settings);
  }

  /**
   * Starts to connect and to send; returns at once. Needs the schema, not NATS. Not meant to be
   * started again after a stop.
   */
  public synchronized void start() {
    if (rounds != null) {
      return;
    }
    ScheduledExecutorService scheduler = threads.scheduler();
    rounds = new OneAtATime(scheduler, this::run);
    nats.onConnect(this::wake);
    nats.start();
    sweep =
        scheduler.scheduleWithFixedDelay(
            this::wake, 0, settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
    upkeep.start(lease::isHeld, this::wake);
    nats.onConnect(upkeep::reconcileSoon);
  }

  /** Ends after the events that are on their way, and lets another process take over at once. */
  @PreDestroy
  public synchronized void stop() {
    if (sweep != null) {
      sweep.cancel(false);
      upkeep.stop();
    }
    round.stop();
    try {
      if (sending.tryLock(settings.ackTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          lease.release();
        } finally {
          sending.unlock();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException unreachable) {
      // Neo4j may be down, or what reaches it may have ended before.
      LOG.log(Level.INFO, "the relay's lease is left to lapse: {0}", unreachable.getMessage());
    }
  }

  @Override
  public State state() {
    return health.state(nats.current().isPresent(), lease);
  }

  /** Looks at once for events to send; returns before they are sent. */
  public void wake() {
    OneAtATime started = rounds;
    if (started != null) {
      started.ask();
    }
  }

  void committed(@Observes Committed committed) {
    if (lease.isHeld()) {
      wake();
    } else {
      nats.current().ifPresent(Relay::tellTheOthers);
    }
  }

  private static void tellTheOthers(Connection connection) {
    try {
      connection.publish(WAKE, NOTHING);
    } catch (IllegalStateException lost) {
      LOG.log(Level.FINE, "nobody is told; the others look by themselves", lost);
    }
  }

  private void run() {
    sending.lock();
    try {
      nats.current().ifPresent(this::listen);
      round.run();
    } catch (IOException | JetStreamApiException | TimeoutException | RuntimeException failure) {
      failed(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      sending.unlock();
    }
  }

  private void failed(Exception failure) {
    health.failed(String.valueOf(failure.getMessage()));
    LOG.log(Level.FINE, "a round of the relay failed", failure);
    lease.doubt();
    try {
      Future<?> unused =
          threads.scheduler().schedule(this::wake, round.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.FINE, "not tried again while the process stops", stopping);
    }
  }

  private void listen(Connection connection) {
    if (listening != connection) {
      connection
          .createDispatcher(
              message -> {
                if (lease.isHeld()) {
                  wake();
                }
              })
          .subscribe(WAKE);
      listening = connection;
    }
  }
}
