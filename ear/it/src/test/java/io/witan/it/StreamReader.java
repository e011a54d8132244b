package io.witan.it;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamState;
import io.witan.testkit.PatientNats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of its own that reads streams from their first message, and consumes nothing. */
final class StreamReader implements AutoCloseable {
  private static final int NO_MESSAGE = 10037;

  private final Connection connection;

  StreamReader(String natsUrl) throws IOException, InterruptedException {
    connection = PatientNats.connect(natsUrl);
  }

  /** One event as it lies in a stream. */
  record Event(String subject, String id, String aggregate, long sequence, String body) {
    static Event from(MessageInfo message) {
      return new Event(
          message.getSubject(),
          message.getHeaders().getFirst("ce-id"),
          message.getHeaders().getFirst("ce-subject"),
          Long.parseLong(message.getHeaders().getFirst("ce-sequence")),
          new String(message.getData(), StandardCharsets.UTF_8));
    }
  }

  /** All that a stream holds now, in its order. */
  List<Event> events(String stream) throws IOException, JetStreamApiException {
    JetStreamManagement management = connection.jetStreamManagement();
    StreamState state = management.getStreamInfo(stream).getStreamState();
    List<Event> events = new ArrayList<>();
    for (long at = state.getFirstSequence(); at <= state.getLastSequence(); at++) {
      read(management, stream, at, events);
    }
    return List.copyOf(events);
  }

  private static void read(
      JetStreamManagement management, String stream, long at, List<Event> events)
      throws IOException, JetStreamApiException {
    try {
      events.add(Event.from(management.getMessage(stream, at)));
    } catch (JetStreamApiException refused) {
      if (refused.getApiErrorCode() != NO_MESSAGE) {
        throw refused;
      }
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
