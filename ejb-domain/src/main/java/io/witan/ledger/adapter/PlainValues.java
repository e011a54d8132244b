package io.witan.ledger.adapter;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values of entries and of nodes in one form, so that they can be compared: texts, truth values,
 * lists, maps, and numbers as canonical JSON knows them: a whole number is a {@code Long}, however
 * it was written, any other a {@code Double}.
 */
final class PlainValues {
  private static final double EXACT = 1L << 53;

  private PlainValues() {}

  /** The fields of an object; those that are null are empty. */
  static Map<String, Optional<Object>> of(JsonObject object) {
    Map<String, Optional<Object>> fields = new LinkedHashMap<>();
    object.forEach((name, value) -> fields.put(name, ofJson(value)));
    return fields;
  }

  private static Optional<Object> ofJson(JsonValue value) {
    return value == JsonValue.NULL ? Optional.empty() : Optional.of(of(value));
  }

  /** One value; whatever is none of the above as text. */
  static Object of(Object value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (value instanceof JsonNumber number) {
      return number(number.doubleValue());
    }
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    if (value instanceof Number number) {
      return number(number.doubleValue());
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(PlainValues::of).toList();
    }
    return value instanceof Boolean ? value : String.valueOf(value);
  }

  private static Object number(double number) {
    boolean isWhole = number == Math.rint(number) && Math.abs(number) <= EXACT;
    return isWhole ? (Object) (long) number : (Object) number;
  }
}
