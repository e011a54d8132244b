package io.witan.benchmarks.stack;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stack's streams, as an outsider reads them. */
public final class EventLog implements AutoCloseable {
  private static final String STREAM = "PLANNING_EVENTS";
  private final Connection connection;
  private final JetStreamManagement management;

  private EventLog(Connection connection) throws IOException {
    this.connection = connection;
    this.management = connection.jetStreamManagement();
  }

  public static EventLog of(Stack stack) throws IOException, InterruptedException {
    return new EventLog(Nats.connect(stack.natsUrl()));
  }

  /** An event: when it happened, and when the stream took it. */
  public record Logged(String subject, Instant happened, Instant stored) {
    public double lagMillis() {
      return Duration.between(happened, stored).toNanos() / 1e6;
    }
  }

  /** The place of the last planning event. */
  public long last() throws IOException, JetStreamApiException {
    return management.getStreamInfo(STREAM).getStreamState().getLastSequence();
  }

  /** The planning events after a place. */
  public List<Logged> after(long place) throws IOException, JetStreamApiException {
    List<Logged> found = new ArrayList<>();
    long last = last();
    for (long sequence = place + 1; sequence <= last; sequence++) {
      MessageInfo message = management.getMessage(STREAM, sequence);
      found.add(
          new Logged(
              message.getSubject(),
              Instant.parse(message.getHeaders().getFirst("ce-time")),
              message.getTime().toInstant()));
    }
    return found;
  }

  /** How many events wait for a listener, or for its acknowledgement. */
  public long unheard() throws IOException, JetStreamApiException {
    long waiting = 0;
    for (String stream : management.getStreamNames()) {
      for (ConsumerInfo consumer : management.getConsumers(stream)) {
        waiting += consumer.getNumPending() + consumer.getNumAckPending();
      }
    }
    return waiting;
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
