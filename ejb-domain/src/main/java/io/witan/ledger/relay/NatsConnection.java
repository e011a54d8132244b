package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.witan.ledger.adapter.BackgroundThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one connection of this process to NATS: opened in the background, so that Witan starts
 * without NATS, and regained for ever.
 *
 * <p>Nothing is kept back while the line is down: what is published then fails at once, as the
 * outbox is what keeps it.
 */
@ApplicationScoped
public class NatsConnection {
  private static final Logger LOG = Logger.getLogger(NatsConnection.class.getName());

  /** Of JetStream's answers, too: it may have to bring many streams to the disk at its start. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration RECONNECT_WAIT = Duration.ofMillis(250);
  private static final long KEEP_MILLIS = 500;

  private final NatsSettings settings;
  private final BackgroundThreads threads;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> losers = new CopyOnWriteArrayList<>();
  private final AtomicLong generation = new AtomicLong();
  private volatile Connection connection;
  private volatile String problem = "not connected yet";
  private Future<?> keeper;

  protected NatsConnection() {
    this(null, null);
  }

  @Inject
  public NatsConnection(NatsSettings settings, BackgroundThreads threads) {
    this.settings = settings;
    this.threads = threads;
  }

  /** Starts to connect; returns at once. A second start does nothing. */
  public synchronized void start() {
    if (keeper == null) {
      keeper =
          threads
              .scheduler()
              .scheduleWithFixedDelay(this::keep, 0, KEEP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  public synchronized void stop() {
    if (keeper != null) {
      keeper.cancel(false);
      keeper = null;
    }
    Connection last = connection;
    connection = null;
    if (last != null) {
      close(last);
    }
  }

  /** The connection, if the server can be reached right now. */
  public Optional<Connection> current() {
    return Optional.ofNullable(connection)
        .filter(open -> open.getStatus() == Connection.Status.CONNECTED);
  }

  /** Grows with every connect and reconnect: what was in flight before may or may not be lost. */
  public long generation() {
    return generation.get();
  }

  /** Why NATS cannot be reached; absent while it can. */
  public Optional<String> problem() {
    return current().isPresent()
        ? Optional.empty()
        : Optional.of("NATS at %s: %s".formatted(settings, problem));
  }

  /** Calls back after every connect and reconnect, on a thread of the client: return at once. */
  public void onConnect(Runnable listener) {
    listeners.add(listener);
  }

  /** Calls back after every loss of the connection, likewise. */
  public void onLoss(Runnable listener) {
    losers.add(listener);
  }

  private void keep() {
    Connection open = connection;
    if (open != null && open.getStatus() != Connection.Status.CLOSED) {
      return;
    }
    try {
      established(Nats.connect(options()));
    } catch (IOException | IllegalArgumentException | IllegalStateException refused) {
      failed(String.valueOf(refused.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void established(Connection fresh) {
    synchronized (this) {
      if (keeper != null) {
        connection = fresh;
      }
    }
    if (connection == fresh) {
      LOG.log(Level.INFO, "connected to NATS at {0}", settings);
      connected();
    } else {
      close(fresh);
    }
  }

  private void connected() {
    generation.incrementAndGet();
    listeners.forEach(Runnable::run);
  }

  private void failed(String now) {
    if (!now.equals(problem)) {
      LOG.log(Level.WARNING, "NATS at {0}: {1}", new Object[] {settings, now});
    }
    problem = now;
  }

  private Options options() {
    Options.Builder options =
        Options.builder()
            .server(settings.url())
            .connectionName("witan")
            .connectionTimeout(CONNECT_TIMEOUT)
            .reconnectWait(RECONNECT_WAIT)
            .maxReconnects(-1)
            .reconnectBufferSize(0)
            .connectionListener(this::changed)
            .errorListener(new Complaints());
    settings.user().ifPresent(user -> options.userInfo(user, settings.password().orElse("")));
    settings.credentials().ifPresent(file -> options.authHandler(Nats.credentials(file)));
    return options.build();
  }

  private void changed(Connection source, ConnectionListener.Events event) {
    if (event == ConnectionListener.Events.RECONNECTED) {
      LOG.log(Level.INFO, "NATS at {0} is back", settings);
      connected();
    } else if (event == ConnectionListener.Events.DISCONNECTED && source == connection) {
      failed("the connection was lost");
      losers.forEach(Runnable::run);
    }
  }

  private static void close(Connection last) {
    try {
      last.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts into the log what the server and the client complain about. */
  private static final class Complaints implements ErrorListener {
    @Override
    public void errorOccurred(Connection source, String error) {
      LOG.log(Level.WARNING, "NATS says: {0}", error);
    }

    @Override
    public void exceptionOccurred(Connection source, Exception failure) {
      LOG.log(Level.FINE, "NATS client", failure);
    }
  }
}
