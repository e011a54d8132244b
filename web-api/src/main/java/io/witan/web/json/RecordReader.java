package io.witan.web.json;

import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a record of a JSON object: texts, numbers, booleans, lists and maps of them, and records. A
 * missing field becomes null; a field that the record does not have is refused.
 */
final class RecordReader {
  private RecordReader() {}

  static <T> T read(JsonObject json, Class<T> type) {
    return type.cast(read("", json, type));
  }

  private static Object read(String path, JsonObject json, Class<?> type) {
    Shape shape = Shape.of(type);
    for (String name : json.keySet()) {
      if (!shape.has(name)) {
        throw unknown(path + name, shape);
      }
    }
    Object[] values =
        shape.fields().stream()
            .map(field -> value(path + field.name(), json.get(field.name()), field.type()))
            .toArray();
    return shape.make(values);
  }

  private static Object value(String path, JsonValue json, Type type) {
    if (json == null || json.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      return many(path, json, generic);
    }
    return one(path, json, (Class<?>) type);
  }

  private static Object many(String path, JsonValue json, ParameterizedType type) {
    if (type.getRawType() == Map.class) {
      return map(path, json, type.getActualTypeArguments()[1]);
    }
    return list(path, json, type.getActualTypeArguments()[0]);
  }

  private static List<Object> list(String path, JsonValue json, Type itemType) {
    if (!(json instanceof JsonArray array)) {
      throw wrong(path, json, "a list");
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(present(path + "[" + i + "]", array.get(i), itemType));
    }
    return items;
  }

  private static Map<String, Object> map(String path, JsonValue json, Type valueType) {
    if (!(json instanceof JsonObject object)) {
      throw wrong(path, json, "an object");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    object.forEach((name, value) -> map.put(name, present(path + "." + name, value, valueType)));
    return map;
  }

  private static Object present(String path, JsonValue json, Type type) {
    Object value = value(path, json, type);
    if (value == null) {
      throw wrong(path, JsonValue.NULL, "a value");
    }
    return value;
  }

  private static Object one(String path, JsonValue json, Class<?> type) {
    if (type.isRecord()) {
      if (json instanceof JsonObject object) {
        return read(path + ".", object, type);
      }
      throw wrong(path, json, "an object");
    }
    if (type == String.class) {
      return text(path, json);
    }
    if (type == Boolean.class) {
      return flag(path, json);
    }
    return number(path, json, type);
  }

  private static String text(String path, JsonValue json) {
    if (!(json instanceof JsonString string)) {
      throw wrong(path, json, "a text");
    }
    String text = string.getString();
    if (hasHalfCharacter(text)) {
      throw new InvalidValue(path, "", "a text of whole Unicode characters");
    }
    return text;
  }

  private static boolean hasHalfCharacter(String text) {
    return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  private static Boolean flag(String path, JsonValue json) {
    return switch (json.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw wrong(path, json, "true or false");
    };
  }

  private static Object number(String path, JsonValue json, Class<?> type) {
    if (!(json instanceof JsonNumber number)) {
      throw wrong(path, json, "a number");
    }
    try {
      if (type == Integer.class) {
        return number.intValueExact();
      }
      if (type == Long.class) {
        return number.longValueExact();
      }
    } catch (ArithmeticException outside) {
      long most = type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
      throw new InvalidValue(path, json.toString(), "a whole number of at most %d".formatted(most));
    }
    if (type == Double.class) {
      return number.doubleValue();
    }
    throw new IllegalStateException("a wire record may not hold a " + type);
  }

  /** Does not repeat the value: it may be a secret under a misspelt name. */
  private static InvalidValue unknown(String field, Shape shape) {
    return new InvalidValue(
        new Refusal(
            Refusal.Code.INVALID_ARGUMENT,
            "there is no field %s: expected %s".formatted(field, shape.names()),
            List.of(new Refusal.Detail(field, "", shape.names()))));
  }

  private static InvalidValue wrong(String path, JsonValue json, String expected) {
    String shown = path.contains("password") ? "" : json.toString();
    return new InvalidValue(path, shown, "%s, not %s".formatted(expected, JsonKinds.of(json)));
  }
}
