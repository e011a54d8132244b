package io.witan.benchmarks.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plainest value that a JSON schema allows. */
final class SchemaAnswer {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final String text;

  private SchemaAnswer(String text) {
    this.text = text;
  }

  /** With this text wherever one is wanted. */
  static JsonNode of(JsonNode schema, String text) {
    return new SchemaAnswer(text).of(schema);
  }

  private JsonNode of(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> JSON.numberNode(schema.path("minimum").asInt(1));
      case "number" -> number(schema);
      case "boolean" -> JSON.booleanNode(true);
      case "null" -> JSON.nullNode();
      default -> JSON.textNode(text);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText();
  }

  private static JsonNode number(JsonNode schema) {
    double least = schema.path("minimum").asDouble(0);
    return JSON.numberNode((least + schema.path("maximum").asDouble(least)) / 2);
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("required")
        .forEach(
            name -> object.set(name.asText(), of(schema.path("properties").path(name.asText()))));
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
      array.add(of(schema.path("items")));
    }
    return array;
  }
}
