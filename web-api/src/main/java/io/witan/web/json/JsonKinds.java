package io.witan.web.json;

import jakarta.json.JsonValue;

/** The names of JSON's kinds of values, for people. */
final class JsonKinds {
  private JsonKinds() {}

  static String of(JsonValue value) {
    return switch (value.getValueType()) {
      case ARRAY -> "list";
      case OBJECT -> "object";
      case STRING -> "text";
      case NUMBER -> "number";
      case TRUE, FALSE -> "boolean";
      case NULL -> "null";
    };
  }
}
