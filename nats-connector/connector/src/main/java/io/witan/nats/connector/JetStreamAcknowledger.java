package io.witan.nats.connector;

import static java.lang.System.Logger.Level.WARNING;

import io.nats.client.Connection;
import io.nats.client.impl.AckType;
import io.witan.nats.connector.connection.SharedConnection;
import java.time.Duration;

/**
 * Tells a NATS server, over whatever connection is there now.
 *
 * <p>Acknowledgements have no answer. One that does not arrive costs another delivery, which the
 * contract allows; so a failure here is logged and ends nothing.
 */
final class JetStreamAcknowledger implements Acknowledger {

  private static final System.Logger LOG = System.getLogger(JetStreamAcknowledger.class.getName());

  private final SharedConnection connection;

  JetStreamAcknowledger(SharedConnection connection) {
    this.connection = connection;
  }

  @Override
  public void done(Delivery delivery) {
    send(delivery, AckType.AckAck, Duration.ZERO);
  }

  @Override
  public void again(Delivery delivery, Duration wait) {
    send(delivery, AckType.AckNak, wait);
  }

  @Override
  public void terminated(Delivery delivery) {
    send(delivery, AckType.AckTerm, Duration.ZERO);
  }

  @Override
  public void inProgress(Delivery delivery) {
    if (connection.isConnected()) {
      send(delivery, AckType.AckProgress, Duration.ZERO);
    }
  }

  private void send(Delivery delivery, AckType kind, Duration wait) {
    connection.current().ifPresent(open -> send(open, delivery, kind, wait));
  }

  private static void send(Connection open, Delivery delivery, AckType kind, Duration wait) {
    try {
      open.publish(delivery.replyTo(), kind.bodyBytes(wait.toNanos()));
    } catch (IllegalStateException e) {
      LOG.log(
          WARNING, () -> delivery + ": " + kind + " was not sent, it will be delivered again", e);
    }
  }
}
