package io.witan.ledger.adapter;

import io.witan.json.JsonText;
import io.witan.shared.Sha256;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form of RFC 8785, so that equal content has equal bytes and one hash. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** Texts, numbers, booleans, null, and maps and collections of them. */
  public static String of(Map<String, ?> content) {
    return canonical(object(content).build().toString());
  }

  /**
   * Brings JSON text into canonical form.
   *
   * @throws UncheckedIOException when it is no JSON object or array
   */
  public static String canonical(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** SHA-256 of the UTF-8 bytes, in lower-case hex. */
  public static String sha256(String text) {
    return Sha256.hex(text);
  }

  private static JsonObjectBuilder object(Map<?, ?> content) {
    JsonObjectBuilder builder = JsonText.object();
    content.forEach((name, value) -> builder.add(String.valueOf(name), value(value)));
    return builder;
  }

  private static JsonArrayBuilder array(Collection<?> content) {
    JsonArrayBuilder builder = JsonText.array();
    content.forEach(value -> builder.add(value(value)));
    return builder;
  }

  private static JsonValue value(Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Map<?, ?> map) {
      return object(map).build();
    }
    if (value instanceof Collection<?> list) {
      return array(list).build();
    }
    return value instanceof Number number ? number(number) : JsonText.value(value.toString());
  }

  private static JsonValue number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return JsonText.value(number.doubleValue());
    }
    return JsonText.value(number.longValue());
  }
}
