package io.witan.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that the server shows, with all its fields: for words that pass on what they were told
 * and decide nothing by it.
 *
 * @param json as the server sent it
 */
public record Thing(JsonNode json) {

  /** A field as text; empty when there is none. */
  public String text(String field) {
    JsonNode value = json.path(field);
    return value.isNull() ? "" : value.asText();
  }

  public boolean flag(String field) {
    return json.path(field).asBoolean();
  }

  /** A list of texts; empty when there is none. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    json.path(field).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** A list of things; empty when there is none. */
  public List<Thing> things(String field) {
    List<Thing> things = new ArrayList<>();
    json.path(field).forEach(item -> things.add(new Thing(item)));
    return things;
  }
}
