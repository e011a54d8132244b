package io.witan.web.json;

import jakarta.json.JsonValue;

/** The names of JSON's kinds of values, for people. */
final class JsonKinds {
  private JsonKinds() {}

  static String of(JsonValue value) {
    return switch (value.getValueType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case TRUE, FALSE -> "a boolean";
      case NULL -> "null";
    };
  }
}
