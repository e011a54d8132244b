package io.witan.ledger.feed;

import static org.awaitility.Awaitility.await;

import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.SentEvents;
import io.witan.ledger.relay.EventStreams;
import io.witan.ledger.relay.NatsConnection;
import io.witan.ledger.relay.NatsSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The feed as one process runs it, on threads and a connection of its own. */
final class FeedProcess implements AutoCloseable {
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
  private final NatsConnection nats;
  private final JetStreamSentEvents feed;

  private FeedProcess(LedgerOnNeo4j ledger, String natsUrl) {
    BackgroundThreads background = BackgroundThreads.of(threads);
    nats = new NatsConnection(NatsSettings.at(natsUrl), background);
    feed =
        new JetStreamSentEvents(
            ledger.graph, nats, new EventStreams(1), background, threads, ledger.clock);
    nats.start();
  }

  /** A process that is connected. */
  static FeedProcess connected(LedgerOnNeo4j ledger, String natsUrl) {
    FeedProcess process = new FeedProcess(ledger, natsUrl);
    await().atMost(Duration.ofSeconds(60)).until(() -> process.nats.current().isPresent());
    return process;
  }

  /** A process that has no connection yet. */
  static FeedProcess starting(LedgerOnNeo4j ledger, String natsUrl) {
    return new FeedProcess(ledger, natsUrl);
  }

  Watching watch() {
    Watching watching = new Watching();
    SentEvents.Subscription unused = feed.follow(Optional.empty(), watching);
    return watching;
  }

  Watching watchAfter(String lastId) {
    Watching watching = new Watching();
    SentEvents.Subscription unused = feed.follow(Optional.of(lastId), watching);
    return watching;
  }

  JetStreamSentEvents feed() {
    return feed;
  }

  @Override
  public void close() {
    feed.stop();
    nats.stop();
    threads.shutdownNow();
  }
}
