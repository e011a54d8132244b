package io.witan.testkit;

/**
 * The servers that all tests of one JVM share. Each starts when first asked for and ends with the
 * JVM. A test leaves them running and keeps to names of its own; it may not kill them.
 */
public final class TestServers {

  private TestServers() {}

  /** The shared graph server. */
  public static GraphServerProcess graph() {
    return Graph.SERVER;
  }

  /** The shared NATS server. */
  public static NatsServerProcess nats() {
    return Nats.SERVER;
  }

  private static <T extends ServerProcess> T untilExit(T server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-" + server.port()));
    return server;
  }

  private static final class Graph {
    static final GraphServerProcess SERVER = untilExit(GraphServerProcess.start());
  }

  private static final class Nats {
    static final NatsServerProcess SERVER = untilExit(NatsServerProcess.start());
  }
}
