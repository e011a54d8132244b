package io.witan.messaging;

import io.witan.json.JsonText;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.shared.InvalidValue;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.function.Function;

/**
 * One event as it came in. What it says is read once, into a record of the context that listens:
 * what others add to their events, or call otherwise, goes no further than that record.
 */
public final class IncomingEvent {
  private final String eventId;
  private final String subject;
  private final JsonObject payload;

  private IncomingEvent(String eventId, String subject, JsonObject payload) {
    this.eventId = eventId;
    this.subject = subject;
    this.payload = payload;
  }

  /**
   * Reads a message of a stream.
   *
   * @param source holds the event id in the header {@code ce-id}; without it, the place in the
   *     stream names the event
   * @throws EventRefusedException when the payload is no JSON object
   */
  public static IncomingEvent of(String payload, JetStreamMetadata source) {
    String place = source.stream() + "/" + source.streamSequence();
    return of(source.header("ce-id").orElse(place), source.subject(), payload);
  }

  /**
   * Reads the JSON text of a payload.
   *
   * @throws EventRefusedException when it is no JSON object
   */
  public static IncomingEvent of(String eventId, String subject, String payload) {
    try {
      return new IncomingEvent(eventId, subject, JsonText.object(payload));
    } catch (JsonException malformed) {
      throw EventRefusedException.malformed(
          eventId, subject, "it is no JSON object: " + malformed.getMessage(), malformed);
    }
  }

  /** The same for every delivery of one event. */
  public String eventId() {
    return eventId;
  }

  public String subject() {
    return subject;
  }

  /**
   * What the event says, in the words of the context that listens.
   *
   * @param reader takes from the payload what it needs, and leaves the rest
   * @throws EventRefusedException when something is missing or cannot be what it is to be
   */
  public <T> T as(Function<EventPayload, T> reader) {
    try {
      return reader.apply(new EventPayload(payload));
    } catch (InvalidValue malformed) {
      throw EventRefusedException.malformed(eventId, subject, malformed.getMessage(), malformed);
    }
  }
}
