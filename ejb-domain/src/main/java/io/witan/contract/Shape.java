package io.witan.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a value of a payload looks like.
 *
 * @param schema the same as a JSON Schema (2020-12)
 */
public record Shape(Map<String, Object> schema) {
  private static final String TYPE = "type";

  public Shape {
    schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
  }

  private static Shape of(Object... pairs) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int place = 0; place < pairs.length; place += 2) {
      schema.put((String) pairs[place], pairs[place + 1]);
    }
    return new Shape(schema);
  }

  public static Shape text() {
    return of(TYPE, "string");
  }

  /** The id of something; never empty. */
  public static Shape id() {
    return of(TYPE, "string", "minLength", 1);
  }

  /** ISO 8601 in UTC. */
  public static Shape time() {
    return of(TYPE, "string", "format", "date-time");
  }

  /** A SHA-256 in lower-case hex. */
  public static Shape digest() {
    return of(TYPE, "string", "pattern", "^[0-9a-f]{64}$");
  }

  public static Shape whole(int least) {
    return of(TYPE, "integer", "minimum", least);
  }

  public static Shape number() {
    return of(TYPE, "number");
  }

  public static Shape flag() {
    return of(TYPE, "boolean");
  }

  /** This text and no other. */
  public static Shape exactly(String text) {
    return of("const", text);
  }

  /** One of these texts. */
  public static Shape oneOf(String... texts) {
    return of(TYPE, "string", "enum", List.of(texts));
  }

  /** The wire name of one of these. */
  public static <E> Shape oneOf(E[] values, Function<E, String> wire) {
    return oneOf(Stream.of(values).map(wire).toArray(String[]::new));
  }

  /** The wire name of one of these, or empty. */
  public static <E> Shape oneOfOrEmpty(E[] values, Function<E, String> wire) {
    return oneOf(Stream.concat(Stream.of(""), Stream.of(values).map(wire)).toArray(String[]::new));
  }

  public static Shape listOf(Shape item) {
    return of(TYPE, "array", "items", item.schema());
  }

  /** An object; whoever reads it must not mind further fields. */
  public static Shape object(Field... fields) {
    return object(List.of(fields));
  }

  static Shape object(List<Field> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field field : fields) {
      if (properties.put(field.name(), field.shape().schema()) != null) {
        throw new IllegalArgumentException("two fields are called " + field.name());
      }
      if (field.required()) {
        required.add(field.name());
      }
    }
    return of(TYPE, "object", "properties", properties, "required", required);
  }

  /** The same, or null. */
  public Shape orNull() {
    return of("anyOf", List.of(schema, Map.of(TYPE, "null")));
  }

  /** The same with a word on what it means. */
  public Shape meaning(String description) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put("description", description);
    return new Shape(more);
  }
}
