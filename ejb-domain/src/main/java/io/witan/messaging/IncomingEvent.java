package io.witan.messaging;

import io.witan.json.JsonText;
import io.witan.nats.connector.JetStreamMetadata;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * One event as a handler gets it.
 *
 * @param eventId the same for every delivery of one event
 */
public record IncomingEvent(String eventId, String subject, JsonObject payload) {

  /**
   * Reads a message of a stream.
   *
   * @param source holds the event id in the header {@code ce-id}; without it, the place in the
   *     stream names the event
   */
  public static IncomingEvent of(String payload, JetStreamMetadata source) {
    String place = source.stream() + "/" + source.streamSequence();
    return of(source.header("ce-id").orElse(place), source.subject(), payload);
  }

  /** Reads the JSON text of a payload. */
  public static IncomingEvent of(String eventId, String subject, String payload) {
    return new IncomingEvent(eventId, subject, JsonText.object(payload));
  }

  /** The text of a field, empty when there is none. */
  public String text(String field) {
    return payload.getString(field, "");
  }

  /** The texts of a list, empty when there is none. */
  public List<String> texts(String field) {
    if (!payload.containsKey(field) || payload.isNull(field)) {
      return List.of();
    }
    return payload.getJsonArray(field).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
