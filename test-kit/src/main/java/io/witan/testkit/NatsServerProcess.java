package io.witan.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real nats-server with JetStream and a store of its own, for tests. Every acknowledged write is
 * on disk ({@code sync_interval: always}), as in the product.
 *
 * <p>A test that kills it starts its own one in a try-with-resources; all others share {@link
 * TestServers#nats()}.
 */
public final class NatsServerProcess extends ServerProcess {

  private final Path program = Binaries.natsServer();

  private NatsServerProcess() {
    super("nats");
  }

  /**
   * Starts a server with an empty store; returns when it takes connections.
   *
   * @param settings further top-level lines of its configuration file
   */
  public static NatsServerProcess start(String... settings) {
    NatsServerProcess server = new NatsServerProcess();
    server.writeConfiguration(settings);
    server.launch();
    return server;
  }

  /** The address for clients. */
  public String url() {
    return "nats://127.0.0.1:" + port();
  }

  /** The folder of the JetStream store. */
  public Path store() {
    return home().resolve("store");
  }

  @Override
  List<String> command() {
    return List.of(program.toString(), "--config", configuration().toString());
  }

  @Override
  String readyMark() {
    return "Server is ready";
  }

  @Override
  Path data() {
    return store();
  }

  private void writeConfiguration(String... settings) {
    String text =
        """
        host: "127.0.0.1"
        port: %d
        server_name: "test-%d"
        jetstream {
          store_dir: "%s"
          sync_interval: always
        }
        %s
        """
            .formatted(port(), port(), store(), String.join("\n", settings));
    try {
      Files.writeString(configuration(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path configuration() {
    return home().resolve("nats.conf");
  }
}
