package io.witan.web.live;

import io.witan.ledger.domain.SentEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** Finds the story that an event belongs to. */
final class StoryOf {
  private static final JsonReaderFactory READERS =
      JsonProvider.provider().createReaderFactory(Map.of());

  private StoryOf() {}

  static String read(SentEvent event) {
    if (event.kind().equals("story")) {
      return event.aggregateId();
    }
    try (JsonReader reader = READERS.createReader(new StringReader(event.payload()))) {
      return story(reader.readObject());
    }
  }

  private static String story(JsonObject payload) {
    return payload.get("story_id") instanceof JsonString story ? story.getString() : "";
  }
}
