package io.witan.web.json;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes a record as a JSON object; null and empty optional components are left out. */
public final class RecordWriter {
  private static final JsonGeneratorFactory GENERATORS =
      JsonProvider.provider().createGeneratorFactory(Map.of());

  private RecordWriter() {}

  /** Writes UTF-8, and leaves the stream open. */
  public static void write(Object record, OutputStream stream) {
    JsonGenerator json = GENERATORS.createGenerator(stream);
    value(json, record);
    json.flush();
  }

  private static void value(JsonGenerator json, Object value) {
    if (value instanceof JsonValue ready) {
      json.write(ready);
    } else if (value instanceof Map<?, ?> map) {
      map(json, map);
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      list.forEach(item -> value(json, item));
      json.writeEnd();
    } else if (value instanceof Record record) {
      object(json, record);
    } else {
      plain(json, value);
    }
  }

  private static void object(JsonGenerator json, Record record) {
    json.writeStartObject();
    for (Shape.Field field : Shape.of(record.getClass()).fields()) {
      field(json, field.name(), Shape.read(field, record));
    }
    json.writeEnd();
  }

  private static void map(JsonGenerator json, Map<?, ?> map) {
    json.writeStartObject();
    map.forEach((name, value) -> field(json, String.valueOf(name), value));
    json.writeEnd();
  }

  private static void field(JsonGenerator json, String name, Object value) {
    Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (given != null) {
      json.writeKey(name);
      value(json, given);
    }
  }

  private static void plain(JsonGenerator json, Object value) {
    if (value instanceof Boolean flag) {
      json.write(flag);
    } else if (value instanceof Double decimal) {
      json.write(decimal);
    } else if (value instanceof Number whole) {
      json.write(whole.longValue());
    } else if (value instanceof String || value instanceof Instant) {
      json.write(value.toString());
    } else {
      throw new IllegalStateException("a wire record may not hold a " + value.getClass());
    }
  }
}
