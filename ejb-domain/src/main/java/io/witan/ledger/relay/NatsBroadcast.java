package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.witan.ledger.port.Broadcast;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells it by core NATS, beside the streams. */
@Dependent
public class NatsBroadcast implements Broadcast {
  private static final Logger LOG = Logger.getLogger(NatsBroadcast.class.getName());

  private final NatsConnection nats;
  private final Silence silence;

  @Inject
  public NatsBroadcast(NatsConnection nats, Clock clock) {
    this.nats = nats;
    this.silence = new Silence(clock);
  }

  @Override
  public boolean mayBeHeard(String subject) {
    return nats.current().isPresent() && !silence.isOn(subject);
  }

  @Override
  public void tell(String subject, String payload) {
    nats.current().ifPresent(connection -> publish(connection, subject, payload));
  }

  private void publish(Connection connection, String subject, String payload) {
    try {
      connection.publish(
          subject, silence.replyTo(connection, subject), payload.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalStateException lost) {
      LOG.log(Level.FINE, lost, () -> "nobody hears " + subject);
    }
  }
}
