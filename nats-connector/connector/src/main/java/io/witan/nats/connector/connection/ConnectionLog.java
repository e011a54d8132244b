package io.witan.nats.connector.connection;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.support.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes what happens to a connection into the log, and remembers the server's last complaint: a
 * refused JetStream call looks like a time-out to its caller, the reason arrives only here.
 */
final class ConnectionLog implements ErrorListener {

  private static final System.Logger LOG = System.getLogger(ConnectionLog.class.getName());

  private final String name;
  private final AtomicReference<Events> last = new AtomicReference<>();
  private final AtomicReference<String> complaint = new AtomicReference<>();

  ConnectionLog(String name) {
    this.name = name;
  }

  Optional<String> lastComplaint() {
    return Optional.ofNullable(complaint.get());
  }

  void happened(Events event) {
    if (event == Events.CONNECTED || event == Events.RECONNECTED) {
      complaint.set(null);
    }
    // The client tells of every attempt that fails; the log tells of the first.
    if (last.getAndSet(event) != event) {
      LOG.log(
          event == Events.DISCONNECTED ? WARNING : INFO,
          () -> "NATS connection " + name + ": " + event.getEvent());
    }
  }

  @Override
  public void errorOccurred(Connection connection, String error) {
    complaint.set(error);
    LOG.log(WARNING, () -> "NATS connection " + name + ": the server says: " + error);
  }

  @Override
  public void exceptionOccurred(Connection connection, Exception exception) {
    // While a server is away every attempt ends here; the event above has already said so.
    LOG.log(DEBUG, () -> "NATS connection " + name, exception);
  }

  @Override
  public void slowConsumerDetected(Connection connection, Consumer consumer) {
    LOG.log(WARNING, () -> "NATS connection " + name + ": slow consumer " + consumer);
  }

  @Override
  public void messageDiscarded(Connection connection, Message message) {
    LOG.log(WARNING, () -> "NATS connection " + name + ": discarded " + message.getSubject());
  }

  @Override
  public void pullStatusError(
      Connection connection, JetStreamSubscription subscription, Status status) {
    LOG.log(WARNING, () -> "NATS connection " + name + ": pull refused: " + status);
  }

  @Override
  public void socketWriteTimeout(Connection connection) {
    LOG.log(WARNING, () -> "NATS connection " + name + ": a write timed out");
  }
}
