package io.witan.nats.connector.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** The open connections, one for each distinct set of settings. */
public final class Connections implements AutoCloseable {

  private final ThreadFactory threads;
  private final Map<ConnectionSettings, SharedConnection> open = new HashMap<>();

  /**
   * No connection yet.
   *
   * @param threads makes the one thread that keeps each connection
   */
  public Connections(ThreadFactory threads) {
    this.threads = threads;
  }

  /** The connection for these settings; the first call starts to open it and does not wait. */
  public synchronized SharedConnection get(ConnectionSettings settings) {
    return open.computeIfAbsent(settings, this::open);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(SharedConnection::close);
    open.clear();
  }

  private SharedConnection open(ConnectionSettings settings) {
    SharedConnection connection = new SharedConnection(settings, threads);
    connection.open();
    return connection;
  }
}
