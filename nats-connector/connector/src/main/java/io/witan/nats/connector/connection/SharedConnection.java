package io.witan.nats.connector.connection;

import static java.lang.System.Logger.Level.WARNING;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

/**
 * One connection that is always there or on its way: it is opened in the background, so that an
 * application starts without NATS, reconnects for ever, and is replaced where the client gives it
 * up.
 */
public final class SharedConnection implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SharedConnection.class.getName());
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final ConnectionSettings settings;
  private final ConnectionLog log;
  private final Thread keeper;
  private final Object monitor = new Object();
  private Connection connection;
  private String problem = "not connected yet";
  private long epoch;
  private boolean closed;

  SharedConnection(ConnectionSettings settings, ThreadFactory threads) {
    this.settings = settings;
    this.log = new ConnectionLog(settings.name());
    this.keeper = threads.newThread(this::keepConnected);
  }

  void open() {
    keeper.start();
  }

  /** Blocks until the connection is up. */
  public Connection await() throws InterruptedException {
    synchronized (monitor) {
      while (!isConnected()) {
        if (closed) {
          throw new IllegalStateException("connection " + settings.name() + " is closed");
        }
        monitor.wait();
      }
      return connection;
    }
  }

  /** The connection, if there is one; it may be reconnecting just now. */
  public Optional<Connection> current() {
    synchronized (monitor) {
      return Optional.ofNullable(connection);
    }
  }

  /** Whether the server can be reached now. */
  public boolean isConnected() {
    synchronized (monitor) {
      return connection != null && connection.getStatus() == Connection.Status.CONNECTED;
    }
  }

  /** Grows whenever the connection is lost or regained: what was in transit then may be gone. */
  public long epoch() {
    synchronized (monitor) {
      return epoch;
    }
  }

  /** Why the connection is down, or what the server last complained about; empty if all is well. */
  public Optional<String> problem() {
    synchronized (monitor) {
      return isConnected()
          ? log.lastComplaint()
          : Optional.of("no connection to " + settings.servers() + ": " + problem);
    }
  }

  @Override
  public void close() {
    Connection last;
    synchronized (monitor) {
      closed = true;
      last = connection;
      monitor.notifyAll();
    }
    keeper.interrupt();
    if (last != null) {
      closeQuietly(last);
    }
  }

  private void keepConnected() {
    try {
      while (!isClosed()) {
        if (connect()) {
          awaitLoss();
        } else {
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean connect() throws InterruptedException {
    try {
      Options options =
          settings.toOptions().errorListener(log).connectionListener(this::changed).build();
      established(Nats.connect(options));
      return true;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      failed(e);
      return false;
    }
  }

  private void established(Connection fresh) {
    boolean unwanted;
    synchronized (monitor) {
      connection = fresh;
      epoch++;
      log.happened(Events.CONNECTED);
      unwanted = closed;
      monitor.notifyAll();
    }
    if (unwanted) {
      closeQuietly(fresh);
    }
  }

  private void failed(Exception e) {
    synchronized (monitor) {
      String now = Objects.requireNonNullElse(e.getMessage(), e.toString());
      if (!now.equals(problem)) {
        LOG.log(
            WARNING,
            () -> "NATS connection " + settings.name() + " to " + settings.servers() + ": " + now);
      }
      problem = now;
    }
  }

  private void changed(Connection source, Events event) {
    synchronized (monitor) {
      // Attempts that never became the connection report themselves by their exception.
      if (event.isConnectionEvent() && source == connection) {
        log.happened(event);
        problem = event.getEvent();
        epoch++;
        monitor.notifyAll();
      }
    }
  }

  private void awaitLoss() throws InterruptedException {
    synchronized (monitor) {
      while (!closed && connection.getStatus() != Connection.Status.CLOSED) {
        monitor.wait();
      }
    }
  }

  private void pause() throws InterruptedException {
    synchronized (monitor) {
      long left = settings.reconnectWait().toMillis();
      long end = System.nanoTime() + settings.reconnectWait().toNanos();
      while (!closed && left > 0) {
        monitor.wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    }
  }

  private boolean isClosed() {
    synchronized (monitor) {
      return closed;
    }
  }

  private void closeQuietly(Connection open) {
    try {
      if (open.getStatus() == Connection.Status.CONNECTED) {
        // Acknowledgements are sent without an answer: let the last ones leave.
        open.flush(DRAIN);
      }
      open.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | IllegalStateException e) {
      LOG.log(WARNING, () -> "NATS connection " + settings.name() + " did not close in order", e);
    }
  }
}
