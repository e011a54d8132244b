package io.witan.executor.ray;

import io.witan.shared.InvalidValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A setting of the form {@code name=value}, several with commas. */
final class NamedValues {
  private NamedValues() {}

  /** The values by their names, in order; none when nothing is set. */
  static Map<String, String> of(String setting, Optional<String> text, String expected) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String entry : text.orElse("").split(",", -1)) {
      if (!entry.isBlank()) {
        int mark = entry.indexOf('=');
        String name = entry.substring(0, Math.max(mark, 0)).strip();
        String value = entry.substring(mark + 1).strip();
        if (name.isEmpty() || value.isEmpty()) {
          throw new InvalidValue(setting, entry.strip(), expected);
        }
        if (values.put(name, value) != null) {
          throw new InvalidValue(setting, entry.strip(), "each name once");
        }
      }
    }
    return values;
  }

  static void mustBeAmong(String setting, Collection<String> names, Collection<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InvalidValue(setting, name, "a cluster of " + String.join(", ", known));
      }
    }
  }
}
