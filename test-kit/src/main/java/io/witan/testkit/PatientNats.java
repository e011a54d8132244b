package io.witan.testkit;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Connects tests to NATS. The two seconds that its client waits by itself, also for what JetStream
 * has to bring to the disk first, are short for a busy machine.
 */
public final class PatientNats {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PatientNats() {}

  /** A connection of the caller's own. */
  public static Connection connect(String url) throws IOException, InterruptedException {
    return Nats.connect(Options.builder().server(url).connectionTimeout(PATIENCE).build());
  }

  /** Waits until the server knows all that the connection was told, subscriptions among it. */
  public static void flush(Connection connection) throws InterruptedException {
    try {
      connection.flush(PATIENCE);
    } catch (TimeoutException late) {
      throw new IllegalStateException("NATS does not answer", late);
    }
  }
}
