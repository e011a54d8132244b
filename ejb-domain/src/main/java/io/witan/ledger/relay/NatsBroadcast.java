package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.witan.ledger.port.Broadcast;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells it by core NATS, beside the streams. */
@Dependent
public class NatsBroadcast implements Broadcast {
  private static final Logger LOG = Logger.getLogger(NatsBroadcast.class.getName());

  private final NatsConnection nats;

  @Inject
  public NatsBroadcast(NatsConnection nats) {
    this.nats = nats;
  }

  @Override
  public void tell(String subject, String payload) {
    nats.current().ifPresent(connection -> publish(connection, subject, payload));
  }

  private static void publish(Connection connection, String subject, String payload) {
    try {
      connection.publish(subject, payload.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalStateException lost) {
      LOG.log(Level.FINE, lost, () -> "nobody hears " + subject);
    }
  }
}
