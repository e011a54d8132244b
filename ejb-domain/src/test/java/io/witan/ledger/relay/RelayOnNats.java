package io.witan.ledger.relay;

import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** A relay as one process runs it, on threads and a connection of its own. */
public final class RelayOnNats implements AutoCloseable {
  static final RelaySettings SETTINGS =
      new RelaySettings(
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          200,
          Duration.ofMillis(1),
          Duration.ofSeconds(3),
          Duration.ofHours(1),
          Duration.ofDays(1));
  private static final Housekeeping.Keep KEEP =
      new Housekeeping.Keep(
          Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(8), Duration.ofDays(1));

  final NatsConnection nats;
  public final Relay relay;
  final Reconciler reconciler;
  final EventStreams streams = new EventStreams(1);
  private final LedgerOnNeo4j ledger;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
  private final Consumer<Committed> wake;

  public RelayOnNats(LedgerOnNeo4j ledger, String natsUrl) {
    this(ledger, natsUrl, SETTINGS);
  }

  RelayOnNats(LedgerOnNeo4j ledger, String natsUrl, RelaySettings settings) {
    this.ledger = ledger;
    BackgroundThreads background = BackgroundThreads.of(threads);
    nats = new NatsConnection(NatsSettings.at(natsUrl), background);
    reconciler = new Reconciler(ledger.graph, nats, streams, settings, ledger.clock);
    relay =
        new Relay(
            ledger.graph,
            nats,
            streams,
            new Upkeep(
                reconciler,
                new Housekeeping(ledger.graph, KEEP, ledger.clock),
                settings,
                background),
            ledger.backlog,
            settings,
            background,
            ledger.clock);
    wake = relay::committed;
    ledger.afterCommit.add(wake);
  }

  public RelayOnNats start() {
    relay.start();
    return this;
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends as a process that is asked to. */
  void stop() {
    ledger.afterCommit.remove(wake);
    relay.stop();
    nats.stop();
    threads.shutdownNow();
  }
}
