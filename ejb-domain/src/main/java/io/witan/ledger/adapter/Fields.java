package io.witan.ledger.adapter;

import io.witan.shared.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the properties of a node or the fields of a payload, names and values in pairs; times
 * become ISO text, what is absent is left out.
 */
public final class Fields {
  private Fields() {}

  public static Map<String, Object> of(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int place = 0; place < pairs.length; place += 2) {
      add(fields, (String) pairs[place], pairs[place + 1]);
    }
    return fields;
  }

  private static void add(Map<String, Object> fields, String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> add(fields, name, present));
    } else if (value instanceof Instant time) {
      fields.put(name, Times.text(time));
    } else if (value instanceof Integer number) {
      fields.put(name, number.longValue());
    } else {
      fields.put(name, value);
    }
  }
}
