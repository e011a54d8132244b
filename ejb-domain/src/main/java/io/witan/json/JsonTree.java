package io.witan.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;

/** Makes JSON of texts, numbers, booleans, null, and maps and collections of them. */
public final class JsonTree {
  private JsonTree() {}

  public static JsonObject of(Map<?, ?> content) {
    JsonObjectBuilder builder = JsonText.object();
    content.forEach((name, value) -> builder.add(String.valueOf(name), value(value)));
    return builder.build();
  }

  public static JsonValue value(Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Map<?, ?> map) {
      return of(map);
    }
    if (value instanceof Collection<?> list) {
      return array(list);
    }
    return value instanceof Number number ? number(number) : JsonText.value(value.toString());
  }

  private static JsonValue array(Collection<?> content) {
    JsonArrayBuilder builder = JsonText.array();
    content.forEach(value -> builder.add(value(value)));
    return builder.build();
  }

  private static JsonValue number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return JsonText.value(number.doubleValue());
    }
    return JsonText.value(number.longValue());
  }
}
