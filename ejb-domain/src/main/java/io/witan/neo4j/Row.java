package io.witan.neo4j;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record of an answer, or one map in it, read by name and type. */
public record Row(Map<String, Object> values) {
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable((String) values.get(name));
  }

  public long number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  public Optional<Long> optionalNumber(String name) {
    return Optional.ofNullable((Number) values.get(name)).map(Number::longValue);
  }

  public Optional<Double> optionalDecimal(String name) {
    return Optional.ofNullable((Number) values.get(name)).map(Number::doubleValue);
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** A time that was stored as ISO 8601 text. */
  public Instant time(String name) {
    return Instant.parse(text(name));
  }

  public List<String> texts(String name) {
    if (values.get(name) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return List.of();
  }

  /** A nested map, such as {@code RETURN n{.*} AS node}. */
  public Row row(String name) {
    return new Row(asMap(values.get(name)));
  }

  /** A list of nested maps, such as {@code collect(n{.*}) AS nodes}. */
  public List<Row> rows(String name) {
    List<Row> rows = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      list.forEach(item -> rows.add(new Row(asMap(item))));
    }
    return rows;
  }

  private static Map<String, Object> asMap(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, item) -> map.put(String.valueOf(key), item));
    }
    return map;
  }

  private IllegalStateException missing(String name) {
    return new IllegalStateException("no value '" + name + "' among " + values.keySet());
  }
}
