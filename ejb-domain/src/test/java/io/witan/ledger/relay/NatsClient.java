package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.witan.testkit.PatientNats;
import java.io.IOException;

/** A connection of a program that is not Witan. */
record NatsClient(Connection connection) implements AutoCloseable {

  static NatsClient at(String url) throws IOException {
    try {
      return new NatsClient(PatientNats.connect(url));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
