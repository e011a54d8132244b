package io.witan.testkit;

import java.util.function.Consumer;

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

  /** The shared Ray with a model server; unlike the others it starts again what tests kill. */
  public static RayStack ray() {
    return Ray.STACK;
  }

  private static <T> T untilExit(T server, Consumer<T> close) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close.accept(server), "close-servers"));
    return server;
  }

  private static final class Ray {
    static final RayStack STACK = untilExit(RayStack.start(), RayStack::close);
  }

  private static final class Graph {
    static final GraphServerProcess SERVER =
        untilExit(GraphServerProcess.start(), ServerProcess::close);
  }

  private static final class Nats {
    static final NatsServerProcess SERVER =
        untilExit(NatsServerProcess.start(), ServerProcess::close);
  }
}
