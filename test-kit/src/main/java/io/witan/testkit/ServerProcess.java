package io.witan.testkit;

import java.nio.file.Path;
import java.util.List;

/**
 * A server that can die and come back: same port, same data, as often as a test wants. What the
 * servers of this kit have in common.
 */
abstract sealed class ServerProcess implements AutoCloseable
    permits GraphServerProcess, NatsServerProcess {

  private final Path home;
  private final int port = FreePorts.next();
  private ChildProcess child;
  private int starts;

  ServerProcess(String kind) {
    this.home = ServerFolders.create(kind);
  }

  abstract List<String> command();

  abstract String readyMark();

  /** The folder that holds what must outlive a restart. */
  abstract Path data();

  /** The port on 127.0.0.1, the same after every restart. */
  public final int port() {
    return port;
  }

  /** The folder of this server: configuration, data and one log for each start. */
  public final Path home() {
    return home;
  }

  /** The process id of the run that is current or was last. */
  public final synchronized long pid() {
    return child.pid();
  }

  /** Whether the process is there. */
  public final synchronized boolean isAlive() {
    return child.isAlive();
  }

  /** Ends the process by SIGKILL, as a crash would. {@link #restart()} brings it back. */
  public final synchronized void kill() {
    child.kill();
  }

  /** Ends the process in good order and keeps the data. */
  public final synchronized void stop() {
    child.stop();
  }

  /** Starts the server again on the same port and data, stopping it first where it still runs. */
  public final synchronized void restart() {
    child.stop();
    launch();
  }

  /** Ends the process and removes its data. */
  @Override
  public final synchronized void close() {
    child.stop();
    ServerFolders.delete(data());
  }

  /** Starts the process; returns when it takes connections. */
  final synchronized void launch() {
    starts++;
    child = ChildProcess.start(command(), home.resolve("start-" + starts + ".log"), readyMark());
  }
}
